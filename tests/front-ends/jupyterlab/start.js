// Starts JupyterLab with the extensions the bundle holds.
import { JupyterLab } from '@jupyterlab/application';
import { IConnectionStatus, IServiceManager } from '@jupyterlab/services';
import { PluginRegistry } from '@lumino/coreutils';

// News comes from another host, and no language server is here.
const left = /announcements$|language-server$|^@jupyterlab\/workspaces-extension:indicator/;

const plugins = extensions => extensions.flatMap(one => one.default ?? []).filter(plugin => !left.test(plugin.id));

export async function start(extensions, mimeExtensions) {
  const pluginRegistry = new PluginRegistry();
  pluginRegistry.registerPlugins(plugins(extensions));
  const lab = new JupyterLab({
    pluginRegistry,
    serviceManager: await pluginRegistry.resolveOptionalService(IServiceManager),
    connectionStatus: await pluginRegistry.resolveOptionalService(IConnectionStatus),
    mimeExtensions: mimeExtensions.flatMap(one => one.default ?? []),
    disabled: { matches: [], patterns: [] },
    deferred: { matches: [], patterns: [] },
    availablePlugins: [],
  });
  window.jupyterapp = lab;
  await lab.start({ bubblingKeydown: true });
}
