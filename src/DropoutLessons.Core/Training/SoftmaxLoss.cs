using MathNet.Numerics.LinearAlgebra;

namespace DropoutLessons;

/// <summary>Computes the mean softmax cross-entropy, its gradient, and the accuracy of logits.</summary>
internal static class SoftmaxLoss
{
    /// <summary>Computes the mean over rows of <c>log(sum(exp(logits))) - logits[label]</c>.</summary>
    public static double Mean(Matrix<float> logits, IReadOnlyList<int> labels)
    {
        double sum = 0;
        for (int row = 0; row < logits.RowCount; row++)
        {
            double highest = Highest(logits, row), total = 0;
            for (int column = 0; column < logits.ColumnCount; column++)
                total += Math.Exp(logits[row, column] - highest);
            sum += Math.Log(total) + highest - logits[row, labels[row]];
        }
        return sum / logits.RowCount;
    }

    /// <summary>Computes the gradient of <see cref="Mean"/>: <c>(softmax - one_hot) / rows</c>.</summary>
    public static Matrix<float> Gradient(Matrix<float> logits, IReadOnlyList<int> labels)
    {
        var gradient = logits.Clone();
        for (int row = 0; row < logits.RowCount; row++)
        {
            double highest = Highest(logits, row), total = 0;
            for (int column = 0; column < logits.ColumnCount; column++)
                total += Math.Exp(logits[row, column] - highest);
            for (int column = 0; column < logits.ColumnCount; column++)
                gradient[row, column] = (float)(((Math.Exp(logits[row, column] - highest) / total) - (labels[row] == column ? 1 : 0)) / logits.RowCount);
        }
        return gradient;
    }

    /// <summary>Computes the fraction of rows whose largest logit is the label's.</summary>
    public static double Accuracy(Matrix<float> logits, IReadOnlyList<int> labels) =>
        (double)labels.Where((label, row) => logits.Row(row).MaximumIndex() == label).Count() / labels.Count;

    private static double Highest(Matrix<float> logits, int row)
    {
        double highest = double.NegativeInfinity;
        for (int column = 0; column < logits.ColumnCount; column++)
            highest = Math.Max(highest, logits[row, column]);
        return highest;
    }
}
