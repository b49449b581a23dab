// Computes everything a control shows in one state; the kit's C# and the page call this same function.
function render(spec) {
  const view = views[spec.view], x = (spec.x || []).map(Number);
  const state = parseState(view, spec.state, defaults(view));
  const shown = view.draw(state, x);
  return { title: view.title, state: formatState(view, state), summary: shown.summary, svg: still(shown.picture), header: shown.table.header.map(String), rows: shown.table.rows.map(row => row.map(String)), note: shown.table.note || "" };
}

function defaults(view) {
  return Object.fromEntries(view.parameters.filter(name => !parameters[name].follows).map(name => {
    const limit = limits(view, name);
    return [name, limit.kind === "choice" ? limit.start ?? Object.keys(limit.options)[0] : Math.min(limit.max, Math.max(limit.min, limit.start ?? 0))];
  }));
}

const tableHtml = ({ header, rows, note }) => `<table><thead><tr>${header.map(name => `<th scope="col">${escape(name)}</th>`).join("")}</tr></thead><tbody>${rows.map(row => `<tr>${row.map(cell => `<td>${escape(cell)}</td>`).join("")}</tr>`).join("")}</tbody></table>${note ? `<p>${escape(note)}</p>` : ""}`;
