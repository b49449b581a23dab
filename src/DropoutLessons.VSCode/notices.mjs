// Writes THIRD-PARTY-NOTICES.md: every package the published tool carries, with its licence, and the text of each licence named.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import texts from 'spdx-license-list/full.js';

// Packages that name no licence in a form programs can read; a person has looked it up, at the address.
const lookedUp = {
  'AsyncIO': ['MPL-2.0', 'https://github.com/somdoron/AsyncIO/blob/master/LICENSE.md'],
  'Microsoft.AspNetCore.Html.Abstractions': ['Apache-2.0', 'https://github.com/dotnet/aspnetcore/blob/v2.0.0/LICENSE.txt'],
  'NetMQ': ['LGPL-3.0-only', 'https://github.com/zeromq/netmq/blob/master/COPYING.LESSER', 'With the exception, granted there by its copyright holders, that it may be linked with independent modules whatever their licences.'],
};
const cache = process.env.NUGET_PACKAGES ?? join(homedir(), '.nuget', 'packages');
const libraries = JSON.parse(readFileSync('tool/DropoutLessons.Cli.deps.json', 'utf8')).libraries;
const packages = Object.entries(libraries).filter(([, library]) => library.type === 'package').map(([name]) => name.split('/')).sort();
const field = (spec, name) => new RegExp(`<${name}[^>]*>([^<]*)</${name}>`).exec(spec)?.[1].trim();
const shown = new Map();
const quoted = text => '```text\n' + text.trim() + '\n```';
const named = new Set();

// Packages of one maker carry the same long notices.
function once(text, owner) {
  const first = shown.get(text) ?? (shown.set(text, owner), undefined);
  return first ? `Its notices are those of ${first}, above.` : quoted(text);
}

const entries = packages.map(([id, version]) => {
  const folder = join(cache, id.toLowerCase(), version);
  const spec = readFileSync(join(folder, `${id.toLowerCase()}.nuspec`), 'utf8');
  const ownFile = /<license type="file">([^<]*)</.exec(spec)?.[1];
  const [licence, ...remarks] = lookedUp[id] ?? (ownFile ? ['Own licence, below'] : [field(spec, 'license')]);
  if (texts[licence]) named.add(licence);
  else if (!ownFile) throw new Error(`${id} ${version} names no licence of the SPDX list (${licence ?? field(spec, 'licenseUrl') ?? 'nothing'}): look it up before it is shipped.`);
  const files = readdirSync(folder).filter(file => file === ownFile || /^(licen[cs]e|third-?party-?notices)/i.test(file)).filter(file => existsSync(join(folder, file)));
  return [`## ${id} ${version}`, `${licence} · ${field(spec, 'copyright') ?? field(spec, 'authors')}`, field(spec, 'projectUrl'), ...remarks, ...files.map(file => once(readFileSync(join(folder, file), 'utf8'), `${id} ${version}`))].filter(Boolean).join('\n\n');
});

writeFileSync('THIRD-PARTY-NOTICES.md', `# What this extension carries of others

The tool in \`tool/\` is built with the packages below, unchanged; their sources are at the addresses named. plotly.js (MIT, Copyright Plotly, Inc.) is inside Plotly.NET.
The text of each licence follows after the packages.

${entries.join('\n\n')}

${[...named].sort().map(id => `## Licence ${id}\n\n${texts[id].name}, ${texts[id].url}\n\n${quoted(texts[id].licenseText)}`).join('\n\n')}
`);
