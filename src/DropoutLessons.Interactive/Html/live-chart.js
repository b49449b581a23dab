// What every live chart does: takes the colours of the page, follows its theme, and is read with the arrow keys.
(function () {
  var page = window;
  if (page.dropoutLessonsChart) return;

  function colours(root) {
    return { ink: getComputedStyle(root).color, faint: "rgba(128,128,128,0.3)", firm: "rgba(128,128,128,0.8)" };
  }

  function axes(layout) {
    return Object.keys(layout).filter(function (name) { return /^[xy]axis/.test(name); });
  }

  function paint(root, layout) {
    var colour = colours(root);
    layout.paper_bgcolor = layout.plot_bgcolor = "rgba(0,0,0,0)";
    layout.font = { color: colour.ink };
    axes(layout).forEach(function (name) { Object.assign(layout[name], { gridcolor: colour.faint, linecolor: colour.firm }); });
    return layout;
  }

  function followTheme(root, live, library) {
    var last = colours(root).ink;
    function look() {
      if (!root.isConnected) return watch.disconnect();
      var now = colours(root).ink;
      if (now === last) return;
      last = now;
      library.relayout(live, { "font.color": now });
    }
    var watch = new MutationObserver(look);
    [document.documentElement, document.body].forEach(function (node) { watch.observe(node, { attributes: true }); });
    page.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", look);
  }

  function label(layout, id, value) {
    var axis = layout[id.replace(/^[xy]/, "$&axis")], at = (axis.tickvals || []).indexOf(value);
    return ((axis.title && axis.title.text) + " " + (at >= 0 ? axis.ticktext[at] : value)).trim();
  }

  function words(figure, at) {
    var trace = figure.data[at.trace], layout = figure.layout;
    if (trace.type === "heatmap") return "row " + at.row + ", column " + at.point + ": " + trace.z[at.row][at.point];
    var text = trace.text && trace.text[at.point], place = layout[trace.xaxis.replace("x", "xaxis")].visible === false ? "" : label(layout, trace.xaxis, trace.x[at.point]) + ", " + label(layout, trace.yaxis, trace.y[at.point]);
    return [trace.name, place, text].filter(Boolean).join(": ");
  }

  function readByKeys(live, spoken, figure, library) {
    var readable = figure.data.map(function (trace, i) { return i; }).filter(function (i) {
      var trace = figure.data[i];
      return trace.type === "heatmap" || (trace.hoverinfo !== "skip" && trace.x.length > 0 && trace.x[0] !== null);
    });
    var at = null;
    function move(key) {
      if (!at) return at = { trace: readable[0], row: 0, point: 0 };
      var trace = figure.data[at.trace], isGrid = trace.type === "heatmap", side = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0, down = key === "ArrowDown" ? 1 : key === "ArrowUp" ? -1 : 0;
      if (isGrid) at.row = Math.min(Math.max(at.row + down, 0), trace.z.length - 1);
      else if (down) at.trace = readable[(readable.indexOf(at.trace) + down + readable.length) % readable.length];
      trace = figure.data[at.trace];
      at.point = Math.min(Math.max(at.point + side, 0), (isGrid ? trace.z[at.row] : trace.x).length - 1);
    }
    live.addEventListener("keydown", function (event) {
      if (event.ctrlKey || event.altKey || event.metaKey || readable.length === 0) return;
      var isSwitch = event.key === " " && at && figure.data[at.trace].showlegend;
      if (!isSwitch && !/^Arrow/.test(event.key)) return;
      // The notebook around it has its own use for these keys.
      event.preventDefault();
      event.stopPropagation();
      if (isSwitch) {
        var isShown = live.data[at.trace].visible !== "legendonly", name = figure.data[at.trace].name;
        var same = readable.filter(function (i) { return figure.data[i].name === name; });
        library.restyle(live, { visible: isShown ? "legendonly" : true }, same);
        spoken.textContent = name + (isShown ? ": hidden" : ": shown");
        return;
      }
      move(event.key);
      spoken.textContent = words(figure, at);
      var trace = figure.data[at.trace], subplot = trace.xaxis + trace.yaxis;
      library.Fx.hover(live, [{ curveNumber: at.trace, pointNumber: trace.type === "heatmap" ? [at.row, at.point] : at.point }], subplot);
    });
    live.addEventListener("blur", function () { library.Fx.unhover(live); });
  }

  page.dropoutLessonsChart = function (root, figure, library) {
    var live = root.querySelector(".dl-live"), still = root.querySelector(".dl-still");
    live.hidden = false;
    library.newPlot(live, figure.data, paint(root, figure.layout), { responsive: true, displaylogo: false, displayModeBar: false }).then(function () {
      still.hidden = true;
      still.style.display = "none";
      followTheme(root, live, library);
      readByKeys(live, root.querySelector(".dl-read"), figure, library);
    });
  };
})();
