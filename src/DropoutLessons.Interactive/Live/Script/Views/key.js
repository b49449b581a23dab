views.key = {
  title: "A counter folds into a key",
  parameters: ["era", "seed", "rate", "call", "keys"],
  limits: { call: { max: 7, start: 2 } },
  draw(state) {
    const base = keyOf(state.seed), count = 12;
    const rows = Array.from({ length: state.call + 1 }, (_, call) => ({ call, key: foldIn(base, state.keys === "same" ? 0 : call) }));
    rows.forEach(row => { row.mask = kept(row.key, state, count); });
    const box = (x, y, width, words, look) => rect(x, y, width, 26, look) + text(x + width / 2, y + 18, words, "code");
    const drawn = rows.map((row, i) => {
      const y = 44 + i * 40, count0 = state.keys === "same" ? 0 : row.call;
      return arrow(196, y + 13, 240, y + 13) + text(216, y + 7, count0, "strong") + box(242, y, 178, hexKey(row.key), "box") + arrow(420, y + 13, 446, y + 13) + coins(450, y + 6, 14, row.mask);
    }).join("");
    const spine = line(196, 57, 196, 57 + state.call * 40, "wire");
    const head = text(108, 22, "base key") + text(218, 22, "count") + text(331, 22, "fold_in(base, count)") + text(534, 22, `mask of ${count} at rate ${short(state.rate)}`);
    const distinct = new Set(rows.map(row => hexKey(row.key))).size;
    return {
      picture: picture(50 + rows.length * 40, head + box(12, 44, 178, hexKey(base), "box") + line(190, 57, 196, 57, "wire") + spine + drawn),
      summary: `Rngs(${state.seed}) holds the base key ${hexKey(base)}. ${counted(rows.length, "call")}, ${counted(distinct, "key")}${state.keys === "same" && rows.length > 1 ? ": every call drops the same elements" : ""}; the counter stands at ${state.keys === "same" ? 1 : rows.length}.`,
      table: { header: ["call", "count folded in", "key", "mask (1 kept)"], rows: rows.map(row => [row.call, state.keys === "same" ? 0 : row.call, hexKey(row.key), row.mask.map(Number).join("")]) },
    };
  },
};
