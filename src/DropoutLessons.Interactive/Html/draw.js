// Puts the live chart in place of the still image once the library is there; without scripts the still image stays.
(function () {
  var page = window, root = document.getElementById("@ID@"), figure = @FIGURE@;
  function draw(library) {
    var live = root.querySelector(".dl-live"), still = root.querySelector(".dl-still"), ink = getComputedStyle(root).color, faint = "rgba(128,128,128,0.3)";
    var layout = figure.layout;
    layout.paper_bgcolor = layout.plot_bgcolor = "rgba(0,0,0,0)";
    layout.font = { color: ink };
    ["xaxis", "yaxis"].forEach(function (axis) { layout[axis] = Object.assign({ gridcolor: faint, zerolinecolor: faint }, layout[axis]); });
    live.hidden = false;
    library.newPlot(live, figure.data, layout, { responsive: true, displaylogo: false, displayModeBar: false }).then(function () { still.hidden = true; still.style.display = "none"; });
  }
  if (!root) return;
  if (page.dropoutLessonsPlotly && page.dropoutLessonsPlotly.ready) draw(page.dropoutLessonsPlotly.ready);
  else (page.dropoutLessonsWaiting = page.dropoutLessonsWaiting || []).push(draw);
})();
