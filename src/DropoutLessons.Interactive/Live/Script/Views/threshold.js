views.threshold = {
  title: "A mask is a comparison",
  parameters: ["era", "seed", "rate", "call", "n", "rule"],
  limits: { n: { max: 48 } },
  draw(state) {
    const words = bits(callKey(state), state.n, eras[state.era].partitionable), us = words.map(uniform);
    const [name, sign, bound] = [state.rule.slice(0, 2), state.rule[1], state.rule.slice(2)];
    const limit = bound === "keep" ? keepProb(state.rate) : Math.fround(state.rate), isKept = u => sign === "<" ? u < limit : u > limit;
    const area = plot({ left: 60, top: 34, width: 480, height: 200, xs: [-0.5, state.n - 0.5], ys: [0, 1], yName: "uniform u of each element", xTicks: false });
    const step = 480 / state.n, size = Math.min(24, step), [from, to] = sign === "<" ? [0, limit] : [limit, 1];
    const points = us.map((u, i) => line(area.x(i), area.y(0), area.x(i), area.y(u), "grid") + (isKept(u) ? dot(area.x(i), area.y(u), Math.min(6, step / 2.5), "kept") : cross(area.x(i), area.y(u), Math.min(5, step / 3)))).join("");
    const cells = us.map((u, i) => coin(area.x(i) - size / 2 + 1, 248, size - 2, 24, isKept(u))).join("");
    const body = rect(60, area.y(to), 480, area.y(from) - area.y(to), "band") + area.axes + line(60, area.y(limit), 540, area.y(limit), "mark") + points + cells
      + text(546, area.y(limit) + 4, `${bound} = ${short(limit)}`, "strong", "start") + text(300, 294, "solid: kept · ×: dropped");
    const count = us.filter(isKept).length;
    return {
      picture: picture(304, body),
      summary: `${count} of ${state.n} kept, where u ${sign} ${bound} = ${short(limit)}.${state.rule === "u<keep" ? "" : ` JAX keeps where u < keep: ${agreement(us, isKept, state)}`}`,
      table: { header: ["element", "bits", "u", state.rule.replace(sign, ` ${sign} `)], rows: us.map((u, i) => [i, hex(words[i]), exact(u), isKept(u) ? "kept" : "dropped"]) },
    };
  },
};

function agreement(us, isKept, state) {
  const other = us.filter(u => isKept(u) !== u < keepProb(state.rate)).length;
  return other === 0 ? "here the two masks happen to be equal." : `${other} of ${us.length} elements differ from that.`;
}
