views.rate = {
  title: "Rate and keep_prob",
  parameters: ["era", "seed", "rate", "keep", "call", "n"],
  limits: { n: { start: 200 } },
  draw(state) {
    const mask = kept(callKey(state), state, state.n), count = sum(mask.map(Number)), expected = state.n * (1 - state.rate);
    const width = 1.96 * Math.sqrt(state.n * state.rate * (1 - state.rate)), low = Math.max(0, Math.floor(expected - width)), high = Math.min(state.n, Math.ceil(expected + width));
    const across = Math.min(40, state.n), size = Math.min(15, 600 / across), down = Math.ceil(state.n / across), top = 78 + down * size + 34;
    const grid = Array.from({ length: down }, (_, row) => `<g transform="translate(20 ${78 + row * size})">${coins(0, 0, size, mask.slice(row * across, (row + 1) * across), 1)}</g>`).join("");
    const split = rect(20, 22, 600 * (1 - state.rate), 26, "kept") + rect(20 + 600 * (1 - state.rate), 22, 600 * state.rate, 26, "dropped")
      + text(20, 16, `keep_prob = ${short(1 - state.rate)}`, "strong", "start") + text(620, 16, `rate = ${short(state.rate)}`, "strong", "end") + text(320, 66, "together 1: what is not dropped is kept");
    const scale = plot({ left: 30, top, width: 580, height: 24, xs: [0, state.n], ys: [0, 1], xName: "elements kept" });
    const band = rect(scale.x(low), top, scale.x(high) - scale.x(low), 24, "band") + line(scale.x(expected), top, scale.x(expected), top + 24, "mark");
    const ruler = line(30, top + 24, 610, top + 24, "axis") + ticks(0, state.n).map(tick => line(scale.x(tick), top + 24, scale.x(tick), top + 28, "axis") + text(scale.x(tick), top + 40, tick)).join("");
    const inside = count >= low && count <= high;
    return {
      picture: picture(top + 68, split + grid + band + ruler + dot(scale.x(count), top + 12, 7, "kept") + text(320, top + 60, `dot: kept here, ${count} · line: expected, ${short(expected, 1)} · band: 95 of 100 masks, ${low} to ${high}`)),
      summary: `${count} of ${state.n} kept; expected ${short(expected, 1)}, in 95 of 100 masks from ${low} to ${high}. This one is ${inside ? "inside" : "outside"}.`,
      table: { header: ["rate", "keep_prob", "elements", "kept", "dropped", "expected", "band from", "band to"], rows: [[short(state.rate), short(1 - state.rate), state.n, count, state.n - count, short(expected, 1), low, high]] },
    };
  },
};
