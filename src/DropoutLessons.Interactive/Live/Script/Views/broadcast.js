views.broadcast = {
  title: "One coin or many",
  parameters: ["era", "seed", "rate", "call", "rows", "columns", "broadcast"],
  draw(state) {
    const shape = [state.rows, state.columns], drawn = state.broadcast === "dim0" ? [1, state.columns] : state.broadcast === "dim1" ? [state.rows, 1] : shape;
    const tossed = kept(callKey(state), state, drawn[0] * drawn[1]), coinOf = (row, column) => (drawn[0] === 1 ? 0 : row) * drawn[1] + (drawn[1] === 1 ? 0 : column);
    const mask = Array.from({ length: state.rows }, (_, row) => Array.from({ length: state.columns }, (_, column) => tossed[coinOf(row, column)]));
    const size = Math.min(26, 560 / state.columns), left = 50 + (570 - size * state.columns) / 2, top = 62, bottom = top + state.rows * size;
    const rule = state.broadcast === "dim0" ? coins(left, 30, size, tossed) : state.broadcast === "dim1" ? tossed.map((isKept, row) => coin(left - size - 8, top + row * size, size - 2, size - 2, isKept)).join("") : "";
    const grid = mask.map((row, i) => `<g transform="translate(${at(left)} ${at(top + i * size)})">${coins(0, 0, size, row)}</g>`).join("");
    const count = sum(mask.flat().map(Number)), all = state.rows * state.columns;
    return {
      picture: picture(bottom + 34, text(320, 20, `drawn: ${counted(tossed.length, "coin")} of shape (${drawn.join(", ")}), spread over (${shape.join(", ")})`, "strong") + rule + grid + text(320, bottom + 22, "solid: kept · ×: dropped")),
      summary: `${counted(tossed.length, "coin")} for ${all} elements; ${count} kept, ${all - count} dropped; expected ${short(all * (1 - state.rate), 1)} kept. ${state.broadcast === "none" ? "Each element has a coin of its own." : `A whole ${state.broadcast === "dim0" ? "column" : "row"} shares one.`}`,
      table: { header: ["row", "mask (1 kept)"], rows: mask.map((row, i) => [i, row.map(Number).join("")]) },
    };
  },
};
