using MathNet.Numerics.LinearAlgebra;

namespace DropoutLessons;

/// <summary>Computes the mean softmax cross-entropy, its gradient, and the accuracy of logits, which stand in a column for each example.</summary>
internal static class SoftmaxLoss
{
    /// <summary>Computes the mean over examples of <c>log(sum(exp(logits))) - logits[label]</c>.</summary>
    public static double Mean(Matrix<float> logits, IReadOnlyList<int> labels)
    {
        double sum = 0;
        for (int example = 0; example < logits.ColumnCount; example++)
        {
            double highest = Highest(logits, example), total = 0;
            for (int digit = 0; digit < logits.RowCount; digit++)
                total += Math.Exp(logits[digit, example] - highest);
            sum += Math.Log(total) + highest - logits[labels[example], example];
        }
        return sum / logits.ColumnCount;
    }

    /// <summary>Computes the gradient of <see cref="Mean"/>: <c>(softmax - one_hot) / examples</c>.</summary>
    public static Matrix<float> Gradient(Matrix<float> logits, IReadOnlyList<int> labels)
    {
        var gradient = logits.Clone();
        for (int example = 0; example < logits.ColumnCount; example++)
        {
            double highest = Highest(logits, example), total = 0;
            for (int digit = 0; digit < logits.RowCount; digit++)
                total += Math.Exp(logits[digit, example] - highest);
            for (int digit = 0; digit < logits.RowCount; digit++)
                gradient[digit, example] = (float)(((Math.Exp(logits[digit, example] - highest) / total) - (labels[example] == digit ? 1 : 0)) / logits.ColumnCount);
        }
        return gradient;
    }

    /// <summary>Computes the fraction of examples whose largest logit is the label's.</summary>
    public static double Accuracy(Matrix<float> logits, IReadOnlyList<int> labels) =>
        (double)labels.Where((label, example) => logits.Column(example).MaximumIndex() == label).Count() / labels.Count;

    private static double Highest(Matrix<float> logits, int example)
    {
        double highest = double.NegativeInfinity;
        for (int digit = 0; digit < logits.RowCount; digit++)
            highest = Math.Max(highest, logits[digit, example]);
        return highest;
    }
}
