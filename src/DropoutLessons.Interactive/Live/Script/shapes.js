// The shapes views are drawn with: functions that return SVG text, in user units, coloured by class so that themes can differ.
const views = {};
const escape = text => String(text).replace(/[&<>"]/g, sign => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]);
const at = value => Number(value.toFixed(2));

// Short for captions and pictures; exact() for tables.
const short = (value, digits = 4) => Number.isFinite(value) ? (Object.is(value, -0) ? "-0" : String(Number(value.toFixed(digits)))) : String(value).replace("Infinity", "inf");
const exact = value => Number.isFinite(value) ? (Object.is(value, -0) ? "-0" : String(Number(value.toPrecision(9)))) : short(value);
const hex = word => word.toString(16).padStart(8, "0");
const hexKey = key => `(${hex(key[0])}, ${hex(key[1])})`;
const counted = (number, thing) => `${number} ${thing}${number === 1 ? "" : "s"}`;
const sum = values => values.reduce((total, value) => total + value, 0);
const mean = values => values.length === 0 ? 0 : sum(values) / values.length;

const rect = (x, y, width, height, look) => `<rect x="${at(x)}" y="${at(y)}" width="${at(Math.max(0, width))}" height="${at(Math.max(0, height))}" class="dl-${look}"/>`;
const line = (x1, y1, x2, y2, look) => `<line x1="${at(x1)}" y1="${at(y1)}" x2="${at(x2)}" y2="${at(y2)}" class="dl-${look}"/>`;
const dot = (x, y, radius, look) => `<circle cx="${at(x)}" cy="${at(y)}" r="${at(radius)}" class="dl-${look}"/>`;
const path = (points, look) => `<polyline points="${points.map(([x, y]) => `${at(x)},${at(y)}`).join(" ")}" class="dl-${look}"/>`;
const area = (points, look) => `<polygon points="${points.map(([x, y]) => `${at(x)},${at(y)}`).join(" ")}" class="dl-${look}"/>`;
const text = (x, y, words, look = "label", anchor = "middle") => `<text x="${at(x)}" y="${at(y)}" text-anchor="${anchor}" class="dl-${look}">${escape(words)}</text>`;
const cross = (x, y, size) => line(x - size, y - size, x + size, y + size, "cross") + line(x - size, y + size, x + size, y - size, "cross");
const arrow = (x1, y1, x2, y2) => line(x1, y1, x2, y2, "wire") + area([[x2, y2], [x2 - 7, y2 - 4], [x2 - 7, y2 + 4]], "arrow");

// A coin: solid when kept, with a cross when dropped.
const coin = (x, y, width, height, kept) => rect(x, y, width, height, kept ? "kept" : "dropped") + (kept || width < 7 ? "" : cross(x + width / 2, y + height / 2, Math.min(width, height) * 0.22));
const coins = (x, y, size, kept, gap = 2) => kept.map((isKept, i) => coin(x + i * size, y, size - gap, size - gap, isKept)).join("");

// Round steps that cover [low, high] in about five.
function ticks(low, high) {
  const raw = (high - low) / 5 || 1, power = 10 ** Math.floor(Math.log10(raw)), step = [1, 2, 5, 10].find(factor => factor * power >= raw) * power;
  const marks = [];
  for (let i = Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) marks.push(i * step + 0);
  return marks;
}

// A plot area with its axes; x() and y() turn values into positions.
function plot({ left, top, width, height, xs, ys, xName, yName, xTicks }) {
  const x = value => left + (value - xs[0]) / (xs[1] - xs[0]) * width, y = value => top + height - (value - ys[0]) / (ys[1] - ys[0]) * height;
  const across = xTicks === false ? "" : (xTicks || ticks(...xs)).map(tick => line(x(tick), top + height, x(tick), top + height + 4, "axis") + text(x(tick), top + height + 16, short(tick))).join("");
  const up = ticks(...ys).map(tick => line(left, y(tick), left + width, y(tick), "grid") + text(left - 6, y(tick) + 4, short(tick), "label", "end")).join("");
  const names = (xName ? text(left + width / 2, top + height + 32, xName) : "") + (yName ? text(left - 34, top - 10, yName, "label", "start") : "");
  return { x, y, axes: up + across + line(left, top + height, left + width, top + height, "axis") + names };
}

const picture = (height, body) => ({ width: 640, height, body: rect(0, 0, 640, height, "paper") + body });
const kept = (key, state, count) => bernoulli(key, 1 - state.rate, count, eras[state.era].partitionable);
const callKey = state => foldIn(keyOf(state.seed), state.call);
const spread = (rate, values) => Math.sqrt(rate / (1 - rate) * sum(values.map(value => value * value)));
