// What the tool's commands report with --format json.

export interface ExerciseReport { id: string; state: 'open' | 'wrong' | 'right'; tries: number; hints_shown: number; faults: string[] }
export interface LessonReport { id: string; title: string; unit: string; teaches: string; minutes: number; file: string; solution: string; state: string; exercises: ExerciseReport[] }
export interface LessonsReport { next: string | null; lessons: LessonReport[] }
export interface CheckedExercise { id: string; state: 'open' | 'wrong' | 'right'; message: string; faults: string[]; line: number | null }
export interface CheckReport { lesson: string; done: boolean; exercises: CheckedExercise[] }
export interface HintReport { of: number; shown: string[]; hint: string }
export interface RenewedReport { lessons: { id: string; file: string; kept: string | null }[] }

/** How many exercises are right, of how many. */
export function count(lessons: readonly LessonReport[]): { right: number; all: number } {
  const exercises = lessons.flatMap(lesson => lesson.exercises);
  return { right: exercises.filter(exercise => exercise.state === 'right').length, all: exercises.length };
}

/** Lessons by unit, in order. */
export function units(lessons: readonly LessonReport[]): { unit: string; lessons: LessonReport[] }[] {
  return [...new Set(lessons.map(lesson => lesson.unit))].map(unit => ({ unit, lessons: lessons.filter(lesson => lesson.unit === unit) }));
}
