// JAX's random bits in the page: threefry2x32, fold_in, uniform, bernoulli and the scale step of each era.
// Source: jax/_src/random/threefry2x32.py and prng.py @cec06d116; the same arithmetic as DropoutLessons.Core.
const rotations = [[13, 15, 26, 6], [17, 29, 16, 24]];

function hash([k0, k1], c0, c1) {
  const keys = [k0, k1, k0 ^ k1 ^ 0x1bd11bda];
  let x0 = (c0 + k0) >>> 0, x1 = (c1 + k1) >>> 0;
  for (let group = 0; group < 5; group++) {
    for (const r of rotations[group % 2]) {
      x0 = (x0 + x1) >>> 0;
      x1 = ((x1 << r) | (x1 >>> (32 - r))) ^ x0;
    }
    x0 = (x0 + keys[(group + 1) % 3]) >>> 0;
    x1 = (x1 + keys[(group + 2) % 3] + group + 1) >>> 0;
  }
  return [x0, x1];
}

const eras = {
  "0.12": { name: "jaxlib 0.12, flax 0.12", partitionable: true, multiplies: true, forks: true },
  "0.10": { name: "jaxlib 0.10.0, flax 0.12", partitionable: true, multiplies: false, forks: true },
  "0.6": { name: "jaxlib 0.6, flax 0.10", partitionable: true, multiplies: false, forks: false },
  "0.4": { name: "jaxlib 0.4, flax 0.10", partitionable: false, multiplies: false, forks: false },
};

// Seeds that are equal modulo 2^32 give one key.
const keyOf = seed => [0, seed - Math.floor(seed / 4294967296) * 4294967296];
const foldIn = (key, data) => hash(key, 0, data >>> 0);

function bits(key, count, partitionable) {
  const half = Math.ceil(count / 2);
  return Array.from({ length: count }, (_, i) => {
    if (partitionable) {
      const [a, b] = hash(key, 0, i);
      return (a ^ b) >>> 0;
    }
    // The original layout pads an odd count with a zero counter and pairs counter i with counter half + i.
    const first = i < half ? i : i - half, second = half + first < count ? half + first : 0;
    return hash(key, first, second)[i < half ? 0 : 1];
  });
}

// Multiples of 2^-23: exact in float32 and in double.
const uniform = word => (word >>> 9) / 8388608;

// keep_prob is subtracted in double and rounded once, as Python does before JAX sees it.
const keepProb = rate => Math.fround(1 - rate);
const bernoulli = (key, p, count, partitionable) => bits(key, count, partitionable).map(word => uniform(word) < Math.fround(p));

// XLA:CPU counts subnormal numbers as zero of their sign.
const flush = value => Math.abs(value) < 1.1754943508222875e-38 ? value * 0 : value;

function scale(x, rate, size, era, jit) {
  const keep = keepProb(rate), from = flush(Math.fround(x));
  const isMultiplied = jit || (eras[era].multiplies && size > 1);
  return flush(isMultiplied ? Math.fround(from * Math.fround(1 / keep)) : Math.fround(from / keep));
}

const nothingIsDropped = (rate, deterministic) => deterministic >= 0.5 || rate <= 0;

// The exercise: call number 0 is the first key of a new Rngs(seed).
function forward(seed, call, x, rate, deterministic, era) {
  if (nothingIsDropped(rate, deterministic)) return x;
  const kept = bernoulli(foldIn(keyOf(seed), call), 1 - rate, x.length, eras[era].partitionable);
  return x.map((value, i) => kept[i] ? scale(value, rate, x.length, era) : 0);
}
