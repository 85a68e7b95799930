import type { CellValue } from 'exceljs';

/** What was met on the way. */
export interface CellFacts {
  formulas: number;
  errors: number;
}

/** Numbers beyond have lost digits in Excel already: written so that it shows. */
const EXACT = 1e15;

const pad = (value: number): string => String(value).padStart(2, '0');

/** A day as it was typed; Excel keeps no zone, the library reads it as UTC. */
function dayText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const day = date.toISOString().slice(0, 10);
  const [hour, minute] = [date.getUTCHours(), date.getUTCMinutes()];
  return hour + minute === 0 ? day : `${day} ${pad(hour)}:${pad(minute)}`;
}

function numberText(value: number): string {
  if (Math.abs(value) >= EXACT) return value.toExponential();
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(12)));
}

/** What a cell shows, as text: of a formula its stored result, never the formula. */
export function cellText(value: CellValue, facts: CellFacts): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (value instanceof Date) return dayText(value);
  if ('error' in value) {
    facts.errors += 1;
    return '';
  }
  if ('richText' in value)
    return value.richText
      .map(({ text }) => text)
      .join('')
      .trim();
  if ('formula' in value || 'sharedFormula' in value) {
    facts.formulas += 1;
    return cellText((value.result ?? null) as CellValue, facts);
  }
  if ('text' in value) return cellText(value.text as CellValue, facts);
  return '';
}
