// What the tool's commands report with --format json.

export interface ExerciseReport { id: string; state: 'open' | 'wrong' | 'right'; tries: number; hints_shown: number; faults: string[] }
export interface LessonReport { id: string; title: string; teaches: string; minutes: number; file: string; solution: string; state: string; exercises: ExerciseReport[]; unit?: string }
export interface LessonsReport { next: string | null; lessons: LessonReport[] }
export interface CheckedExercise { id: string; state: 'open' | 'wrong' | 'right'; message: string; faults: string[]; line: number | null }
export interface CheckReport { lesson: string; done: boolean; exercises: CheckedExercise[] }
export interface HintReport { exercise: string | null; number: number; of: number; hint: string }
export interface RenewedReport { lessons: { id: string; file: string; kept: string | null }[] }

/** How many exercises are right, of how many. */
export function count(lessons: readonly LessonReport[]): { right: number; all: number } {
  const exercises = lessons.flatMap(lesson => lesson.exercises);
  return { right: exercises.filter(exercise => exercise.state === 'right').length, all: exercises.length };
}

/** Lessons by unit, in order; one nameless unit where lessons name none. */
export function units(lessons: readonly LessonReport[]): { name: string; lessons: LessonReport[] }[] {
  const found: { name: string; lessons: LessonReport[] }[] = [];
  for (const lesson of lessons) {
    const unit = found.find(one => one.name === (lesson.unit ?? ''));
    if (unit) unit.lessons.push(lesson);
    else found.push({ name: lesson.unit ?? '', lessons: [lesson] });
  }
  return found;
}
