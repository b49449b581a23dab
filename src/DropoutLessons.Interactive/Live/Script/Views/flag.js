views.flag = {
  title: "Train or evaluate",
  parameters: ["era", "seed", "rate", "call", "deterministic"],
  draw(state, x) {
    const train = forward(state.seed, state.call, x, state.rate, 0, state.era), y = nothingIsDropped(state.rate, state.deterministic) ? x : train;
    const isEval = state.deterministic >= 0.5, changed = y.filter((value, i) => !Object.is(value, x[i])).length, all = [0, ...x, ...train].filter(Number.isFinite);
    const axes = plot({ left: 60, top: 52, width: 560, height: 190, xs: [0, x.length], ys: [Math.min(...all), Math.max(...all) || 1], yName: "activation", xTicks: false });
    const step = 560 / x.length, zero = axes.y(0);
    const bar = (i, shift, value, look) => Number.isFinite(value) ? rect(axes.x(i) + step * shift, Math.min(zero, axes.y(value)), step * 0.38, Math.abs(axes.y(value) - zero), look) : "";
    const bars = x.map((value, i) => bar(i, 0.1, value, "before") + bar(i, 0.5, y[i], "kept") + (!isEval && y[i] === 0 && value !== 0 ? cross(axes.x(i) + step * 0.69, zero - 7, Math.min(5, step / 5)) : "")).join("");
    return {
      picture: picture(282, axes.axes + bars + line(60, zero, 620, zero, "axis") + text(320, 22, isEval ? "evaluation: x comes back as it is" : "training: dropped or divided by keep_prob", "strong") + text(340, 268, "grey: x · blue: output · ×: dropped")),
      summary: `deterministic = ${short(state.deterministic)} means ${isEval ? "evaluation" : "training"}, because it is ${isEval ? "at least" : "below"} 0.5. ${changed === 0 ? "No output differs from x" : `${changed} of ${x.length} outputs differ from x`}.`,
      table: { header: ["element", "x", "training", "evaluation", "this output"], rows: x.map((value, i) => [i, exact(value), exact(train[i]), exact(value), exact(y[i])]) },
    };
  },
};
