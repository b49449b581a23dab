// Unpacks the chart library and draws what waits for it. The names of module loaders are hidden from it, or it would register there.
(function () {
  var page = window;
  if (page.dropoutLessonsPlotly) return;
  page.dropoutLessonsPlotly = { ready: null };
  var bytes = Uint8Array.from(atob("@LIBRARY@"), function (c) { return c.charCodeAt(0); });
  new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text().then(function (code) {
    var before = page.Plotly;
    new Function("define", "module", "exports", "require", code).call(page);
    var library = page.Plotly;
    if (before) page.Plotly = before;
    page.dropoutLessonsPlotly.ready = library;
    (page.dropoutLessonsWaiting || []).splice(0).forEach(function (draw) { draw(library); });
  });
})();
