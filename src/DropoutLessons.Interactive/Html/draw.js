// Puts the live chart in place of the still image once the library is there; without scripts the still image stays.
(function () {
  var page = window, root = document.getElementById("@ID@"), figure = @FIGURE@;
  function draw(library) { page.dropoutLessonsChart(root, figure, library); }
  if (!root) return;
  if (page.dropoutLessonsPlotly && page.dropoutLessonsPlotly.ready) draw(page.dropoutLessonsPlotly.ready);
  else (page.dropoutLessonsWaiting = page.dropoutLessonsWaiting || []).push(draw);
})();
