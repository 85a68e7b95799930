import { PERMISSIONS } from '../../domain/access/permissions';
import { ROLES, type Role } from '../../domain/access/roles';
import { SCOPES, type Scope } from '../../domain/access/scopes';

/** What each scope means, for somebody who reads the page without the code. */
const SCOPE_MEANINGS: Record<Scope, string> = {
  school: '本校的全部',
  sponsored: '本人包靠的级部、班级和学生',
  division: '本人负责的级部',
  class: '本人任班主任或任课的班级',
  mentees: '本人任导师的学生',
  ownChild: '本人是监护人的学生',
  self: '只有本人自己的内容',
};

const roles = Object.keys(ROLES) as Role[];
const scopes = Object.keys(SCOPES) as Scope[];
const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

interface ActionRow {
  label: string;
  allow: Partial<Record<Role, Scope>>;
  anybody?: string;
}

function actionRow(action: string, { label, allow, anybody = '' }: ActionRow): string {
  const cells = roles.map((role) => {
    const scope = allow[role];
    return scope ? SCOPES[scope] : '';
  });
  return row([label, ...cells, anybody, `\`${action}\``]);
}

/** `docs/permissions.md`: the one table of rights, as a principal reads it. */
export function permissionsPage(): string {
  const actions = Object.entries(PERMISSIONS).map(([action, line]) => actionRow(action, line));
  return `${[
    '# 权限表',
    '',
    '> 本页由 `npm run docs` 根据 `domain/access/permissions.ts` 生成，请勿手改。',
    '',
    '每一行是一件事，每一列是一种身份，格子里写的是能做到多大的范围；空格表示不能做。' +
      '一个人有几种身份时，范围相加。没有加入学校的人只能做“任何人”一列写明的事。两所学校之间互不可见。',
    '',
    row(['事项', ...roles.map((role) => ROLES[role]), '任何人', '代码']),
    row(['---', ...roles.map(() => ':-:'), '---', '---']),
    ...actions,
    '',
    '## 范围的意思',
    '',
    row(['范围', '包括']),
    row(['---', '---']),
    ...scopes.map((scope) => row([SCOPES[scope], SCOPE_MEANINGS[scope]])),
  ].join('\n')}\n`;
}
