const floatBits = value => new Uint32Array(new Float32Array([value]).buffer)[0];

views.bits = {
  title: "The 32 bits of a float",
  parameters: ["era", "mode", "seed", "rate", "call", "element", "x"],
  draw(state) {
    const keep = keepProb(state.rate), x = Math.fround(state.x), u = uniform(bits(callKey(state), 64, eras[state.era].partitionable)[state.element]);
    const rows = [["u", u], ["keep = 1 - rate", keep], ["x", x], ["x / keep", Math.fround(x / keep)], ["x * (1 / keep)", Math.fround(x * Math.fround(1 / keep))]].map(([name, value]) => ({ name, value, word: floatBits(value) }));
    const ulps = Math.abs((rows[3].word | 0) - (rows[4].word | 0)), isMultiplied = state.mode === "jit" || eras[state.era].multiplies, left = 118, size = 12.4;
    const place = i => left + i * size + (i > 0 ? 4 : 0) + (i > 8 ? 4 : 0);
    const drawn = rows.map((row, r) => {
      const y = 48 + r * 36, other = r === 4 ? rows[3].word : row.word;
      const cells = Array.from({ length: 32 }, (_, i) => {
        const bit = (row.word >>> (31 - i)) & 1, differs = ((row.word ^ other) >>> (31 - i)) & 1;
        return rect(place(i), y, size - 1.4, 22, bit ? ["sign", "exponent", "mantissa"][i === 0 ? 0 : i < 9 ? 1 : 2] : "off") + text(place(i) + (size - 1.4) / 2, y + 15, bit, bit ? "on" : "code") + (differs ? rect(place(i) - 1, y - 2, size + 0.6, 26, "ring") : "");
      }).join("");
      return text(left - 8, y + 15, row.name, "code", "end") + cells + text(place(32) + 6, y + 15, exact(row.value), "code", "start");
    }).join("");
    const head = text(place(0) + 5, 34, "±") + text(place(4) + 6, 34, "exponent") + text(place(20), 34, "fraction");
    return {
      picture: picture(236, head + drawn),
      summary: `u ${u < keep ? "<" : "≥"} keep, so element ${state.element} is ${u < keep ? "kept" : "dropped"}. The two quotients are ${ulps === 0 ? "the same float" : `${counted(ulps, "unit")} in the last place apart`}; ${eras[state.era].name}${state.mode === "jit" ? " inside jit" : ""} computes ${isMultiplied ? "x * (1 / keep)" : "x / keep"} for an array.`,
      table: { header: ["number", "value", "bits"], rows: rows.map(row => [row.name, exact(row.value), hex(row.word)]) },
    };
  },
};
