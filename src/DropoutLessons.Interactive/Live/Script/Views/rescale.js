const scalings = { "x/keep": (x, rate, size, era) => scale(x, rate, size, era), x: x => x, "x/rate": (x, rate) => Math.fround(x / Math.fround(rate)), "x*keep": (x, rate) => Math.fround(x * keepProb(rate)) };

views.rescale = {
  title: "What the rescale keeps",
  parameters: ["era", "seed", "rate", "call", "scale"],
  limits: { rate: { min: 0.05, max: 0.95 }, call: { start: 24 } },
  draw(state, x) {
    const means = Array.from({ length: state.call + 1 }, (_, call) => {
      const mask = kept(foldIn(keyOf(state.seed), call), state, x.length);
      return mean(x.map((value, i) => mask[i] ? scalings[state.scale](value, state.rate, x.length, state.era) : 0));
    });
    const running = means.map((_, i) => mean(means.slice(0, i + 1))), target = mean(x), sd = spread(state.rate, x) / x.length;
    const bands = means.map((_, i) => [target - 1.96 * sd / Math.sqrt(i + 1), target + 1.96 * sd / Math.sqrt(i + 1)]);
    const low = Math.min(0, target - 2.2 * sd, ...means), high = Math.max(0, target + 2.2 * sd, ...means), ys = [low, high];
    const bars = plot({ left: 60, top: 34, width: 170, height: 220, xs: [0, 3], ys, yName: "mean output", xTicks: false });
    const curve = plot({ left: 300, top: 34, width: 320, height: 220, xs: [1, Math.max(2, means.length)], ys, yName: "running mean", xName: "calls averaged", xTicks: ticks(1, Math.max(2, means.length)).filter(Number.isInteger) });
    const bar = (i, value, look) => rect(bars.x(i * 1.2 + 1) - 20, Math.min(bars.y(0), bars.y(value)), 40, Math.abs(bars.y(value) - bars.y(0)), look);
    const outline = bands.map(([, up], i) => [curve.x(i + 1), curve.y(up)]).concat(bands.map(([down], i) => [curve.x(i + 1), curve.y(down)]).reverse());
    const last = running[running.length - 1], [down, up] = bands[bands.length - 1], isInside = last >= down && last <= up;
    return {
      picture: picture(300, area(outline, "band") + bars.axes + curve.axes + bar(0, target, "before") + bar(1, means[state.call], "kept") + line(60, bars.y(target), 230, bars.y(target), "mark") + line(300, curve.y(target), 620, curve.y(target), "mark")
        + path(running.map((value, i) => [curve.x(i + 1), curve.y(value)]), "curve") + dot(curve.x(running.length), curve.y(last), 4, "kept") + text(bars.x(1), 272, "at evaluation") + text(bars.x(2.2), 272, `call ${state.call}`) + text(135, 292, "dashed: mean of x")),
      summary: `A kept x becomes ${state.scale.replace("*", " × ").replace("/", " / ")}. Mean of x ${short(target)}; of call ${state.call} ${short(means[state.call])}; over ${counted(means.length, "call")} ${short(last)}, ${isInside ? "inside" : "outside"} the band of 95 in 100 from ${short(down)} to ${short(up)}.`,
      table: { header: ["call", "mean output", "running mean", "band from", "band to"], rows: means.map((value, i) => [i, short(value), short(running[i]), short(bands[i][0]), short(bands[i][1])]) },
    };
  },
};
