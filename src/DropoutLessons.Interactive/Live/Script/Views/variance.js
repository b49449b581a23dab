views.variance = {
  title: "The mean is kept, the variance is not",
  parameters: ["era", "seed", "rate", "call", "n", "x"],
  limits: { n: { start: 200 }, rate: { min: 0, max: 0.95 }, x: { min: 0.1 } },
  draw(state) {
    const mask = kept(callKey(state), state, state.n), high = scale(state.x, state.rate, state.n, state.era);
    const ys = mask.map(isKept => isKept ? high : 0), count = sum(mask.map(Number)), average = mean(ys), variance = mean(ys.map(y => (y - average) ** 2));
    const theory = rate => state.x * state.x * rate / (1 - rate), top = theory(0.8);
    const bars = plot({ left: 60, top: 34, width: 240, height: 200, xs: [-0.15 * high, 1.15 * high], ys: [0, state.n], yName: "how often", xName: "output", xTicks: [0, high] });
    const curve = plot({ left: 380, top: 34, width: 240, height: 200, xs: [0, 1], ys: [0, Math.max(top, variance * 1.05, theory(state.rate) * 1.05)], yName: "variance", xName: "rate" });
    const most = curve.y(0) - 200, line1 = Array.from({ length: 96 }, (_, i) => [curve.x(i / 100), curve.y(theory(i / 100))]).filter(([, y]) => y >= most - 0.01);
    const bar = (value, times, look) => rect(bars.x(value) - 18, bars.y(times), 36, bars.y(0) - bars.y(times), look) + text(bars.x(value), bars.y(times) - 5, times, "strong");
    return {
      picture: picture(300, bars.axes + curve.axes + bar(0, state.n - count, "dropped") + bar(high, count, "kept") + line(bars.x(average), 34, bars.x(average), 234, "mark")
        + path(line1, "curve") + dot(curve.x(state.rate), curve.y(variance), 6, "kept") + text(180, 290, `dashed: mean output, ${short(average)}`) + text(500, 290, "curve: x² rate / keep · dot: measured")),
      summary: `${state.n} outputs of x = ${short(state.x)}: mean ${short(average)} (x is ${short(state.x)}), variance ${short(variance)} (x² · rate / keep is ${short(theory(state.rate))}).`,
      table: { header: ["", "measured", "expected"], rows: [["dropped: output 0", state.n - count, short(state.n * state.rate, 1)], [`kept: output ${exact(high)}`, count, short(state.n * (1 - state.rate), 1)], ["mean", short(average), short(state.x)], ["variance", short(variance), short(theory(state.rate))]] },
    };
  },
};
