// The state of a control as one line, "era=0.12 seed=7 rate=0.3 call=2", and what each word of it may be.
const whole = (label, min, max, start) => ({ label, kind: "whole", min, max, start });
const slider = (label, min, max, step, start) => ({ label, kind: "slider", min, max, step, start });
const choice = (label, options) => ({ label, kind: "choice", options });

const parameters = {
  era: choice("JAX era", Object.fromEntries(Object.entries(eras).map(([id, era]) => [id, era.name]))),
  seed: whole("seed", -9007199254740991, 9007199254740991, 7),
  rate: slider("rate", 0, 1, 0.01, 0.3),
  keep: { ...slider("keep_prob", 0, 1, 0.01), follows: "rate" },
  call: slider("call", 0, 63, 1),
  n: slider("elements", 1, 400, 1, 16),
  x: slider("x", -4, 4, 0.1, 1),
  element: slider("element", 0, 63, 1),
  rows: slider("rows", 1, 16, 1, 6),
  columns: slider("columns", 1, 24, 1, 12),
  params: slider("params draws", 0, 8, 1),
  deterministic: slider("deterministic", 0, 1, 0.1),
  mode: choice("mode", { eager: "eager", jit: "inside jax.jit" }),
  rule: choice("kept where", { "u<keep": "u < keep", "u<rate": "u < rate", "u>keep": "u > keep", "u>rate": "u > rate" }),
  scale: choice("a kept x becomes", { "x/keep": "x / keep", x: "x", "x/rate": "x / rate", "x*keep": "x × keep" }),
  keys: choice("key of a call", { fresh: "fresh: fold in the call", same: "the same every time" }),
  streams: choice("streams", { one: "Rngs(seed)", two: "Rngs(params=seed, dropout=seed+1)" }),
  drop: choice("dropped by", { select: "selecting: where(mask, x / keep, 0)", multiply: "multiplying: x * mask / keep" }),
  broadcast: choice("one coin for", { none: "each element", dim0: "each column (broadcast_dims 0)", dim1: "each row (broadcast_dims 1)" }),
};

const limits = (view, name) => ({ ...parameters[name], ...(view.limits || {})[name] });
const stateNames = view => view.parameters.filter(name => !parameters[name].follows);
const formatState = (view, state) => stateNames(view).map(name => `${name}=${state[name]}`).join(" ");

// Returns the new state; words that are left out stay as they are. Throws what to tell the person who typed it.
function parseState(view, line, before) {
  const state = { ...before };
  for (const word of line.trim().split(/\s+/).filter(word => word.length > 0)) {
    const at = word.indexOf("="), name = word.slice(0, at), value = word.slice(at + 1);
    if (at < 0 || !view.parameters.includes(name))
      throw new Error(`"${word}" is not understood: write ${stateNames(view).map(known => known + "=…").join(" ")}.`);
    const number = parseValue(name, value, limits(view, name));
    if (parameters[name].follows) state[parameters[name].follows] = Number((1 - number).toFixed(10));
    else state[name] = number;
  }
  return state;
}

function parseValue(name, value, limit) {
  if (limit.kind === "choice") {
    if (Object.hasOwn(limit.options, value)) return value;
    throw new Error(`${name}=${value} is not a choice: it is one of ${Object.keys(limit.options).join(", ")}.`);
  }
  const number = value.trim() === "" ? NaN : Number(value), isWhole = limit.kind === "whole" || limit.step === 1;
  if (!(number >= limit.min && number <= limit.max) || (isWhole && !Number.isInteger(number)))
    throw new Error(`${name}=${value} is out of range: it is a ${isWhole ? "whole " : ""}number from ${limit.min} to ${limit.max}.`);
  return number;
}
