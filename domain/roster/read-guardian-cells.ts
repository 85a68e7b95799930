import { packedCell, plainCell } from './cell-text';
import { mergeGuardians, readGuardians, readPhone } from './guardian-words';
import type { ImportField } from './import-subject';
import type { RosterField, StagedRow } from './roster-file';
import type { GuardianContact } from './roster-import.schema';
import type { RowContext, Tell } from './row-context';

const sayPhone = (cell: string, wrong: 'lost' | 'length'): string =>
  wrong === 'lost'
    ? '电话变成了科学计数法，后面几位已经丢了。请把这一列设为“文本”，重新填写；这个电话没有导入。'
    : `电话“${cell}”的位数不对，没有导入。`;

/** A phone's column may hold people too: 张伟 13800000000, or two numbers. */
const holdsPeople = (cell: string): boolean =>
  /[\u4e00-\u9fff]/.test(cell) || /\d[\s;,/、]+1\d{10}/.test(plainCell(cell));

/** Everybody whom a row names as a student's family: columns for one person, and cells of several. */
export function readGuardianCells(
  row: StagedRow,
  { mapping }: RowContext,
  tell: Tell,
): GuardianContact[] {
  let people: GuardianContact[] = [];
  const add = (column: number, cell: string, relation: string) => {
    const { people: found, unread } = readGuardians(cell, relation);
    for (const words of unread) {
      const isPhone = /^[\d-]{5,}$/.test(words);
      tell(column, isPhone ? sayPhone(words, 'length') : `看不懂“${words}”，没有导入。`);
    }
    people = mergeGuardians(people, found);
  };
  const addPhone = (column: number, cell: string, relation: string) => {
    if (cell === '') return;
    if (holdsPeople(cell)) return add(column, cell, relation);
    const read = readPhone(cell);
    if ('wrong' in read) return tell(column, sayPhone(cell, read.wrong));
    const holder = people.find((one) => one.relation === relation && one.phone === '');
    if (holder) holder.phone = read.phone;
    else people = mergeGuardians(people, [{ name: '', relation, phone: read.phone }]);
  };
  const relation = relationOf(row, mapping);
  const read: readonly [RosterField, typeof add, string][] = [
    ['father', add, '父亲'],
    ['fatherPhone', addPhone, '父亲'],
    ['mother', add, '母亲'],
    ['motherPhone', addPhone, '母亲'],
    ['guardian', add, relation],
    ['guardianPhone', addPhone, relation],
  ];
  for (const [field, take, whose] of read) {
    for (const [column, one] of mapping.entries()) {
      if (one === field) take(column, row.cells[column] ?? '', whose);
    }
  }
  return people;
}

function relationOf(row: StagedRow, mapping: readonly ImportField[]): string {
  const cell = packedCell(row.cells[mapping.indexOf('guardianRelation')] ?? '');
  return readGuardians(cell).people[0]?.relation ?? '监护人';
}
