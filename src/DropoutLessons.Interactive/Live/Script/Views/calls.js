views.calls = {
  title: "Call by call",
  parameters: ["era", "seed", "rate", "call", "n", "keys"],
  limits: { call: { max: 11, start: 5 }, n: { max: 32 } },
  draw(state) {
    const rows = Array.from({ length: state.call + 1 }, (_, call) => foldIn(keyOf(state.seed), state.keys === "same" ? 0 : call)).map(key => ({ key, mask: kept(key, state, state.n) }));
    const size = Math.min(22, 440 / state.n), left = 180;
    const drawn = rows.map((row, i) => {
      const y = 46 + i * 26, isNow = i === state.call;
      return (isNow ? rect(8, y - 3, 624, 26, "now") : "") + text(16, y + 15, `call ${i}`, isNow ? "strong" : "label", "start") + text(120, y + 15, state.keys === "same" ? (i === 0 ? "traced: draws" : "replayed") : `count ${i}`) + `<g transform="translate(${left} ${y + 10 - size / 2})">${coins(0, 0, size, row.mask)}</g>`;
    }).join("");
    const height = 46 + rows.length * 26, ever = Array.from({ length: state.n }, (_, i) => rows.filter(row => row.mask[i]).length);
    const never = ever.filter(times => times === 0).length, foot = text(left - 14, height + 20, "kept in … of the calls", "label", "end") + ever.map((times, i) => text(left + i * size + size / 2 - 1, height + 20, state.n > 24 && times > 9 ? "+" : times)).join("");
    return {
      picture: picture(height + 34, text(120, 26, state.keys === "same" ? "key frozen at trace time" : "a fresh key each call") + drawn + line(left, height + 3, left + state.n * size, height + 3, "axis") + foot),
      summary: `${counted(rows.length, "call")}, ${counted(new Set(rows.map(row => row.mask.join())).size, "different mask")}. ${state.keys === "same" ? "The key was drawn while tracing and is a constant now" : "Each call folds its count into the base key"}; ${never} of ${state.n} elements never got through.`,
      table: { header: ["call", "key", "mask (1 kept)"], rows: rows.map((row, i) => [i, hexKey(row.key), row.mask.map(Number).join("")]) },
    };
  },
};
