namespace DropoutLessons.Kernel;

/// <summary>Says how a notebook is run.</summary>
public sealed record NotebookRunnerOptions
{
    /// <summary>Folder that relative paths in cells start from; a front end uses the notebook's own.</summary>
    public string WorkingDirectory { get; init; } = Directory.GetCurrentDirectory();

    /// <summary>Time one cell may take before it is interrupted.</summary>
    public TimeSpan CellTimeLimit { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Time an interrupted cell gets to end before the run is given up.</summary>
    public TimeSpan InterruptGrace { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>True to run the cells after one that fails too.</summary>
    public bool GoesOnAfterFailure { get; init; }
}

/// <summary>Says how far a run is.</summary>
/// <param name="Done">code cells finished</param>
/// <param name="Total">code cells in all</param>
public sealed record NotebookProgress(int Done, int Total);

/// <summary>Says how a run ended.</summary>
/// <param name="Failure">where and why it stopped, or null when it came to its end</param>
public sealed record NotebookRun(string? Failure);

/// <summary>Executes notebooks without a front end.</summary>
public static class NotebookRunner
{
    private const string RaisesException = "raises-exception";

    /// <summary>Executes the code cells in order and stores their outputs in <paramref name="notebook"/>, as a front end would.</summary>
    /// <param name="notebook">the notebook; its file is not touched</param>
    /// <param name="options">how it is run</param>
    /// <param name="progress">told after each cell, or null</param>
    /// <param name="cancellation">interrupts the running cell and ends the run</param>
    /// <remarks>Stops at the first cell that fails, unless it is tagged "raises-exception" or the options say to go on; the first failure is what the run reports.</remarks>
    public static async Task<NotebookRun> RunAsync(Notebook notebook, NotebookRunnerOptions options, IProgress<NotebookProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        ArgumentNullException.ThrowIfNull(options);
        using var session = new CSharpSession(new() { WorkingDirectory = options.WorkingDirectory });
        var cells = notebook.Cells.Where(cell => cell.IsCode && !string.IsNullOrWhiteSpace(cell.Source)).ToArray();
        string? failure = null;
        for (int i = 0; i < cells.Length; i++)
        {
            progress?.Report(new(i, cells.Length));
            var outputs = new NotebookOutputs();
            var result = await ExecuteAsync(session, cells[i], outputs, options, cancellation);
            cells[i].SetOutputs(outputs.Finish(result, i + 1), i + 1);
            if (result.Error is { } error && !cells[i].Tags.Contains(RaisesException))
                failure ??= $"cell {i + 1}: {error.Name}: {error.Message}";
            if (failure is not null && !options.GoesOnAfterFailure)
                return new(failure);
        }
        progress?.Report(new(cells.Length, cells.Length));
        return new(failure);
    }

    private static async Task<CellResult> ExecuteAsync(CSharpSession session, NotebookCell cell, NotebookOutputs outputs, NotebookRunnerOptions options, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(options.CellTimeLimit);
        var running = session.ExecuteAsync(cell.Source, outputs, limit.Token);
        try
        {
            var result = await running.WaitAsync(options.CellTimeLimit + options.InterruptGrace, cancellation);
            return limit.IsCancellationRequested && !result.Succeeded ? TimedOut(options) : result;
        }
        catch (TimeoutException)
        {
            return TimedOut(options);
        }
    }

    private static CellResult TimedOut(NotebookRunnerOptions options)
    {
        string message = $"The cell did not finish within {options.CellTimeLimit.TotalSeconds:0.#} s and was stopped.";
        return new(null, null, new("TimeLimit", message, [message]), []);
    }
}
