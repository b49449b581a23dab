views.streams = {
  title: "Streams and their counters",
  parameters: ["era", "seed", "rate", "call", "params", "streams"],
  limits: { call: { max: 7, start: 2 }, params: { start: 1 } },
  draw(state) {
    const isOne = state.streams === "one", count = 16;
    const streams = isOne
      ? [{ name: "default", key: keyOf(state.seed), count: state.params + state.call, users: ["params", "dropout"] }]
      : [{ name: "params", key: keyOf(state.seed), count: state.params, users: ["params"] }, { name: "dropout", key: keyOf(state.seed + 1), count: state.call, users: ["dropout"] }];
    const source = streams.find(stream => stream.users.includes("dropout")), next = foldIn(source.key, source.count), mask = kept(next, state, count);
    const place = stream => 84 + streams.indexOf(stream) * 96;
    const boxes = streams.map(stream => rect(230, place(stream) - 30, 190, 66, "box") + text(325, place(stream) - 12, stream.name, "strong") + text(325, place(stream) + 8, hexKey(stream.key), "code") + text(325, place(stream) + 27, `count ${stream.count}`)).join("");
    const calls = [["params", "rngs.params()", state.params, 84], ["dropout", "rngs.dropout()", state.call, 180]].map(([user, words, times, y]) => {
      const stream = streams.find(other => other.users.includes(user));
      return rect(16, y - 18, 150, 40, "box") + text(91, y - 1, words, "code") + text(91, y + 15, `called ${times}×`) + arrow(166, y + 2, 228, place(stream) + (isOne ? (user === "params" ? -10 : 14) : 2));
    }).join("");
    const y = place(source), result = arrow(420, y + 2, 452, y + 2) + text(540, y - 24, `next dropout key: count ${source.count}`) + text(540, y - 4, hexKey(next), "code") + coins(460, y + 10, 10, mask, 1);
    return {
      picture: picture(230, text(91, 26, "who asks") + text(325, 26, "stream") + text(540, 26, "what comes next") + boxes + calls + result),
      summary: `${isOne ? `Rngs(${state.seed}) has one stream, default, and both names fall back to it: ${state.params} params and ${state.call} dropout draws have moved its count to ${source.count}. Another params draw changes the next mask.`
        : `params and dropout have a key and a count each. The next mask depends on the ${state.call} dropout draws alone; params draws cannot move it.`}`,
      table: { header: ["stream", "base key", "count", "next key"], rows: streams.map(stream => [stream.name, hexKey(stream.key), stream.count, hexKey(foldIn(stream.key, stream.count))]), note: `The next dropout mask of ${count}: ${mask.map(Number).join("")} (1 kept).` },
    };
  },
};
