const palette = [1, 0, -0, Infinity, -Infinity, NaN, 1e-40, 3e38];

views.edges = {
  title: "Odd inputs",
  parameters: ["era", "seed", "rate", "call", "deterministic", "drop"],
  draw(state) {
    const xs = palette.map(Math.fround), mask = kept(callKey(state), state, xs.length), passes = nothingIsDropped(state.rate, state.deterministic), keep = keepProb(state.rate);
    const right = passes ? xs : forward(state.seed, state.call, xs, state.rate, 0, state.era);
    const multiplied = passes ? xs : xs.map((x, i) => flush(Math.fround(Math.fround(flush(x) * Number(mask[i])) / keep)));
    const ys = state.drop === "multiply" ? multiplied : right, differs = ys.map((y, i) => !Object.is(y, right[i])), wrong = differs.filter(Boolean).length;
    const place = i => 96 + i * 66;
    const cells = xs.map((x, i) => rect(place(i), 40, 60, 30, "box") + text(place(i) + 30, 60, Number.isFinite(x) ? String(Number(x.toPrecision(2))).replace(/^0$/, Object.is(x, -0) ? "-0" : "0") : short(x), "code")
      + (passes ? text(place(i) + 30, 104, "passes") : coin(place(i) + 18, 84, 24, 30, mask[i])) + rect(place(i), 128, 60, 30, differs[i] ? "wrong" : "box") + text(place(i) + 30, 148, shortFloat(ys[i]), "code")
      + (differs[i] ? text(place(i) + 30, 178, `not ${shortFloat(right[i])}`, "strong") : text(place(i) + 30, 178, "✓"))).join("");
    const names = text(84, 60, "x", "strong", "end") + text(84, 104, "coin", "strong", "end") + text(84, 148, "output", "strong", "end") + text(84, 178, "as JAX", "strong", "end");
    return {
      picture: picture(196, text(320, 22, passes ? "nothing is dropped: x comes back as it is" : `rate ${short(state.rate)} · solid coin: kept · ×: dropped`) + names + cells),
      summary: `${passes ? "Evaluation, or a rate of 0: the very x comes back." : `A dropped element is 0, a kept one x / keep with keep = ${short(keep)}.`} ${wrong === 0 ? "All outputs are JAX's." : `${wrong} of ${xs.length} outputs are not JAX's: multiplying by 0 keeps the sign and turns infinity into NaN.`}`,
      table: { header: ["x", "coin", "output", "JAX's output"], rows: xs.map((x, i) => [exact(x), passes ? "passes" : mask[i] ? "kept" : "dropped", exact(ys[i]), exact(right[i])]) },
    };
  },
};

function shortFloat(value) {
  return Number.isFinite(value) && value !== 0 && (Math.abs(value) < 0.001 || Math.abs(value) >= 10000) ? value.toExponential(1) : short(value, 3);
}
