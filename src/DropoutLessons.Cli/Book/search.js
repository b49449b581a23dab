// Finds sections by the words they hold, offline: the index is a script beside the pages and comes when it is first needed.
(function () {
  const field = document.getElementById("search"), found = document.getElementById("found"), results = document.getElementById("results");
  const up = field.dataset.up, most = 12;
  let sections = null;

  window.dropoutLessonsSearch = all => {
    sections = all.map(section => ({ ...section, words: section.text.toLowerCase(), names: `${section.title} ${section.heading}`.toLowerCase() }));
    show();
  };

  function load() {
    if (document.getElementById("search-index")) return;
    const script = document.createElement("script");
    script.id = "search-index";
    script.src = `${up}assets/search-index.js`;
    document.head.append(script);
  }

  // Every word must occur; a heading counts for more than a text, a lesson for more than a solution.
  function rank(section, words) {
    let points = 0;
    for (const word of words) {
      const named = section.names.includes(word), held = section.words.split(word).length - 1;
      if (!named && held === 0) return 0;
      points += (named ? 20 : 0) + Math.min(held, 5);
    }
    return section.page.includes("/") ? points / 2 : points;
  }

  function excerpt(section, word) {
    const text = section.text, at = Math.max(0, section.words.indexOf(word)), start = Math.max(0, at - 60);
    const line = document.createElement("span");
    line.className = "note";
    const mark = document.createElement("mark");
    const isThere = section.words.startsWith(word, at);
    mark.textContent = isThere ? text.slice(at, at + word.length) : "";
    line.append(start > 0 ? "…" : "", text.slice(start, at), mark, text.slice(at + (isThere ? word.length : 0), at + 100), "…");
    return line;
  }

  function show() {
    const words = field.value.toLowerCase().split(/\s+/).filter(word => word.length > 0);
    results.replaceChildren();
    found.textContent = "";
    if (words.length === 0 || sections === null) return;
    const hits = sections.map(section => ({ section, points: rank(section, words) })).filter(hit => hit.points > 0).sort((a, b) => b.points - a.points);
    found.textContent = hits.length === 0 ? `Nothing found for "${field.value.trim()}".` : hits.length > most ? `The best ${most} of ${hits.length} places` : `${hits.length} place${hits.length === 1 ? "" : "s"}`;
    for (const { section } of hits.slice(0, most)) {
      const item = document.createElement("li"), link = document.createElement("a");
      link.href = up + section.page + (section.anchor ? `#${section.anchor}` : "");
      link.textContent = section.heading === section.title ? section.title : `${section.title}: ${section.heading}`;
      item.append(link, ` (${section.group})`, document.createElement("br"), excerpt(section, words[0]));
      results.append(item);
    }
  }

  field.addEventListener("focus", load);
  field.addEventListener("input", () => { load(); show(); });
  document.addEventListener("keydown", event => {
    if (event.key === "Escape" && field.value !== "") { field.value = ""; show(); field.focus(); }
    else if (event.key === "/" && !/^(input|select|textarea)$/i.test(document.activeElement.tagName)) { event.preventDefault(); field.focus(); }
  });
})();
