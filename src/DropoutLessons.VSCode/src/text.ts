// Positions: the protocol counts code points, VS Code UTF-16 units.

export function toCodePoints(text: string, units: number): number {
  return [...text.slice(0, units)].length;
}

export function toUnits(text: string, codePoints: number): number {
  return [...text].slice(0, codePoints).join('').length;
}

export function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
