namespace DropoutLessons;

/// <summary>Computes the softmax, its mean cross-entropy, the gradient of that, and the accuracy of logits: a row of ten for each example.</summary>
internal static class SoftmaxLoss
{
    /// <summary>Computes the mean over examples of <c>log(sum(exp(logits))) - logits[label]</c>.</summary>
    public static double Mean(float[] logits, IReadOnlyList<int> labels)
    {
        double sum = 0;
        for (int example = 0; example < labels.Count; example++)
        {
            var row = Row(logits, example);
            double highest = row[IndexOfHighest(row)], total = 0;
            foreach (float logit in row)
                total += Math.Exp(logit - highest);
            sum += Math.Log(total) + highest - row[labels[example]];
        }
        return sum / labels.Count;
    }

    /// <summary>Computes <c>exp(logits) / sum(exp(logits))</c> of one example.</summary>
    public static float[] Softmax(float[] logits)
    {
        double highest = logits.Max(), total = logits.Sum(logit => Math.Exp(logit - highest));
        return Array.ConvertAll(logits, logit => (float)(Math.Exp(logit - highest) / total));
    }

    /// <summary>Computes the gradient of <see cref="Mean"/>: <c>(softmax - one_hot) / examples</c>.</summary>
    public static float[] Gradient(float[] logits, IReadOnlyList<int> labels)
    {
        var gradient = new float[logits.Length];
        var powers = new double[Digits.ClassCount];
        for (int example = 0; example < labels.Count; example++)
        {
            var row = Row(logits, example);
            double highest = row[IndexOfHighest(row)], total = 0;
            for (int digit = 0; digit < row.Length; digit++)
                total += powers[digit] = Math.Exp(row[digit] - highest);
            for (int digit = 0; digit < row.Length; digit++)
                gradient[(example * Digits.ClassCount) + digit] = (float)(((powers[digit] / total) - (labels[example] == digit ? 1 : 0)) / labels.Count);
        }
        return gradient;
    }

    /// <summary>Computes the fraction of examples whose largest logit is the label's.</summary>
    public static double Accuracy(float[] logits, IReadOnlyList<int> labels) =>
        (double)labels.Where((label, example) => IndexOfHighest(Row(logits, example)) == label).Count() / labels.Count;

    private static ReadOnlySpan<float> Row(float[] logits, int example) => logits.AsSpan(example * Digits.ClassCount, Digits.ClassCount);

    private static int IndexOfHighest(ReadOnlySpan<float> row)
    {
        int highest = 0;
        for (int digit = 1; digit < row.Length; digit++)
            highest = row[digit] > row[highest] ? digit : highest;
        return highest;
    }
}
