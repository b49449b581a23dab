// Puts the live control in place of the still image; without scripts the still image stays.
function mount(id, spec, tries = 20) {
  const roots = [...document.querySelectorAll(`[id="${id}"]`)].filter(root => !root.dataset.theme);
  if (roots.length === 0 && tries > 0) setTimeout(() => mount(id, spec, tries - 1), 100);
  roots.forEach(root => bringToLife(root, spec));
}

function bringToLife(root, spec) {
  const view = views[spec.view], x = (spec.x || []).map(Number), find = name => root.querySelector(name);
  let state = parseState(view, spec.state, defaults(view));
  const live = document.createElement("div");
  live.className = "dl-panel";
  live.innerHTML = `<style>${style}</style><div class="dl-picture-live"></div><fieldset class="dl-knobs"><legend>Try it</legend>${view.parameters.map(name => knob(name, limits(view, name))).join("")}</fieldset>`;
  find(".dl-still").before(live);
  find(".dl-still").style.display = "none";
  find(".dl-state").innerHTML = "<span class=\"dl-line\"><label>State <input type=\"text\" spellcheck=\"false\" autocomplete=\"off\"></label><button type=\"button\">Copy</button><button type=\"button\">Reset</button></span><span class=\"dl-error\" role=\"alert\"></span>";
  find(".dl-summary").setAttribute("aria-live", "polite");
  const field = find(".dl-state input"), [copy, reset] = root.querySelectorAll(".dl-state button"), error = find(".dl-error");

  function show() {
    root.dataset.theme = isDark(root) ? "dark" : "light";
    const shown = view.draw(state, x);
    find(".dl-picture-live").innerHTML = alive(shown.picture, `${view.title}. ${shown.summary}`);
    find(".dl-summary").textContent = shown.summary;
    find(".dl-numbers").innerHTML = tableHtml({ header: shown.table.header, rows: shown.table.rows, note: shown.table.note });
    field.value = formatState(view, state);
    error.textContent = "";
    for (const input of live.querySelectorAll("[data-name]")) {
      const value = String(valueOf(input.dataset.name, state));
      if (input.value !== value) input.value = value;
      if (input.type === "range") input.parentElement.nextElementSibling.textContent = value;
    }
  }

  function take(line) {
    try {
      state = parseState(view, line, state);
      show();
    } catch (problem) {
      error.textContent = problem.message;
    }
  }

  live.addEventListener("input", event => event.target.dataset.name && event.target.value !== "" && take(`${event.target.dataset.name}=${event.target.value}`));
  live.addEventListener("click", event => event.target.dataset.step && take(`${event.target.dataset.step}=${(state[event.target.dataset.step] + 1) % (limits(view, event.target.dataset.step).max + 1)}`));
  field.addEventListener("change", () => take(field.value));
  reset.addEventListener("click", () => take(spec.state));
  copy.addEventListener("click", () => copyText(field, copy));
  // Notebooks take single letters as commands while the focus is in an output.
  root.addEventListener("keydown", event => event.target.matches("input, select, button") && event.stopPropagation());
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", show);
  show();
}

function knob(name, limit) {
  if (limit.kind === "choice")
    return `<label>${limit.label} <select data-name="${name}">${Object.entries(limit.options).map(([id, words]) => `<option value="${escape(id)}">${escape(words)}</option>`).join("")}</select></label>`;
  if (limit.kind === "whole")
    return `<label>${limit.label} <input type="number" step="1" data-name="${name}"></label>`;
  const next = name === "call" ? "<button type=\"button\" data-step=\"call\">Next call</button>" : "";
  return `<span class="dl-knob"><label>${limit.label} <input type="range" min="${limit.min}" max="${limit.max}" step="${limit.step}" data-name="${name}"></label><output></output>${next}</span>`;
}

const valueOf = (name, state) => parameters[name].follows ? Number((1 - state[parameters[name].follows]).toFixed(10)) : state[name];

// Notebooks set their theme by colours of their own, whatever the system prefers: light text means a dark page.
function isDark(root) {
  const [r, g, b] = getComputedStyle(root.parentElement || root).color.match(/[\d.]+/g).map(Number);
  return 0.299 * r + 0.587 * g + 0.114 * b > 140;
}

function copyText(field, button) {
  field.select();
  const done = () => { button.textContent = "Copied"; };
  // Webviews may refuse the clipboard; the older way works in most of them.
  (navigator.clipboard ? navigator.clipboard.writeText(field.value) : Promise.reject()).then(done, () => document.execCommand("copy") && done());
}
