using DropoutLessons.Cli.Authoring;

namespace DropoutLessons.Cli.Learning;

/// <summary>Brings together the lessons, their notebooks and the progress, for the commands of learners.</summary>
internal sealed class LessonDesk
{
    private readonly ProgressFile _file;
    private readonly TimeProvider _time;

    private LessonDesk(string notebooks, TimeProvider time)
    {
        (Notebooks, _time, _file) = (notebooks, time, new(notebooks, time));
        Lessons = LessonSource.All(notebooks);
        Progress = _file.Read(out string? trouble);
        Trouble = trouble;
    }

    /// <summary>Folder of the lessons.</summary>
    public string Notebooks { get; }

    /// <summary>All lessons, in order.</summary>
    public IReadOnlyList<LessonSource> Lessons { get; }

    /// <summary>How far the learner is, as last read or saved.</summary>
    public Progress Progress { get; private set; }

    /// <summary>What is wrong with the file of the progress, or null.</summary>
    public string? Trouble { get; private set; }

    /// <summary>The first lesson that is not done; null when all are.</summary>
    public LessonSource? Next => Lessons.FirstOrDefault(lesson => !Progress.IsDone(LessonExercises.Of(lesson)));

    /// <summary>Opens the folder; where the progress is broken or missing, it is made again from the notebooks somebody has worked in.</summary>
    /// <exception cref="UnusableInputException">There are no lessons.</exception>
    public static async Task<LessonDesk> OpenAsync(string? folder, CancellationToken cancellation, TimeProvider? time = null)
    {
        var desk = new LessonDesk(LessonFiles.FindFolder(folder), time ?? TimeProvider.System);
        if (desk.Trouble is not null || !File.Exists(Path.Combine(desk.Notebooks, ProgressFile.FileName)))
            foreach (var lesson in desk.Lessons.Where(lesson => LearnerNotebook.IsTouched(LearnerNotebook.PathOf(lesson, desk.Notebooks))))
                await desk.RebuildAsync(lesson, cancellation);
        return desk;
    }

    /// <summary>Finds a lesson by name or number; the next one when <paramref name="name"/> is null.</summary>
    /// <exception cref="UnusableInputException">No lesson fits, or none is named and all are done.</exception>
    public LessonSource Find(string? name) =>
        name is not null ? LessonSource.Find(Lessons, name) : Next ?? throw new UnusableInputException("Every lesson is done. Name one to look at it again.");

    /// <summary>The first exercise of a lesson that is not right; null when all are.</summary>
    public string? OpenExercise(LessonSource lesson) => LessonExercises.Of(lesson).FirstOrDefault(id => Progress.Of(id).State != ExerciseState.Right);

    /// <summary>Checks a lesson and takes the result over into the progress.</summary>
    public async Task<CheckedLesson> CheckAsync(LessonSource lesson, Action<int, int> report, CancellationToken cancellation)
    {
        var seen = await LessonChecker.CheckAsync(lesson, Notebooks, report, cancellation);
        var now = _time.GetLocalNow();
        Change(progress =>
        {
            foreach (var exercise in seen.Exercises)
                progress.Exercises[exercise.Id] = progress.Of(exercise.Id).After(exercise, now);
            return progress;
        });
        return seen;
    }

    /// <summary>Notes down that a hint was shown.</summary>
    public void CountHint(string exercise) => Change(progress =>
    {
        progress.Exercises[exercise] = progress.Of(exercise) with { HintsShown = progress.Of(exercise).HintsShown + 1 };
        return progress;
    });

    /// <summary>Gives a lesson's notebook back as it is generated; see <see cref="LearnerNotebook.Renew"/>.</summary>
    public string? Renew(LessonSource lesson, bool keepsAnswers)
    {
        string? kept = LearnerNotebook.Renew(lesson, Notebooks, keepsAnswers, _time);
        if (!keepsAnswers)
            Change(progress =>
            {
                foreach (string id in LessonExercises.Of(lesson))
                    progress.Exercises.Remove(id);
                return progress;
            });
        return kept;
    }

    private void Change(Func<Progress, Progress> change)
    {
        Progress = change(Progress);
        Trouble = _file.Update(change) ?? Trouble;
    }

    private async Task RebuildAsync(LessonSource lesson, CancellationToken cancellation)
    {
        try
        {
            await CheckAsync(lesson, (_, _) => { }, cancellation);
        }
        catch (UnusableInputException e)
        {
            Trouble = $"{Trouble} {e.Message}".Trim();
        }
    }
}
