// What a notebook and its cells say about lessons. VS Code keeps a notebook's own metadata one level down.
import { escapeHtml } from './text';

type Metadata = Record<string, unknown>;
interface CellLike { metadata: Metadata; document: { getText(): string } }

const inner = (metadata: Metadata): Metadata => (metadata['metadata'] as Metadata | undefined) ?? metadata;

export function isCSharp(notebook: Metadata): boolean {
  const { kernelspec, language_info } = inner(notebook) as { kernelspec?: { name?: string; language?: string }; language_info?: { name?: string } };
  return kernelspec?.name === '.net-csharp' || kernelspec?.language === 'C#' || language_info?.name === 'C#';
}

/** Id of the lesson a notebook is, or undefined. */
export function lessonOf(notebook: Metadata): string | undefined {
  return (inner(notebook)['dropout_lessons'] as { lesson?: string } | undefined)?.lesson;
}

export function hasTag(cell: Metadata, tag: string): boolean {
  const tags = inner(cell)['tags'];
  return Array.isArray(tags) && tags.includes(tag);
}

/** The first check below a cell, or undefined. */
export function checkBelow<T extends CellLike>(cells: readonly T[], index: number): T | undefined {
  return cells.slice(index).find(cell => hasTag(cell.metadata, 'check'));
}

/** Id of the exercise that the first check below a cell names, or undefined. */
export function exerciseOf(cells: readonly CellLike[], index: number): string | undefined {
  const check = checkBelow(cells, index);
  return check && /\bCheck\s*\.\s*\w+\s*\(\s*"([^"]+)"/.exec(check.document.getText())?.[1];
}

/** Line on which an answer's method begins: the first that is neither empty nor a comment. */
export function answerLine(code: string): number {
  return Math.max(0, code.split('\n').findIndex(line => line.trim() !== '' && !line.trim().startsWith('//')));
}

/** A line for the learner below a cell: read out by screen readers, and told apart by mark and words, not by colour alone. */
export function notice(mark: string, colour: string, words: string): string {
  return `<div role="status" class="dl-check" style="border-left:4px solid var(--vscode-charts-${colour});padding:2px 8px"><b>${mark}</b> ${escapeHtml(words).replace(/\n/g, '<br>')}</div>`;
}
