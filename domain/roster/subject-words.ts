import { SUBJECTS } from '../school/subjects';

/** What offices write for a subject, and what it is called here. The longer words come first. */
const WRITTEN: readonly (readonly [string, string])[] = [
  ...SUBJECTS.map((subject) => [subject, subject] as const),
  ...([
    ['道德与法制', '道德与法治'],
    ['思想政治', '道德与法治'],
    ['思想品德', '道德与法治'],
    ['信息技术', '信息科技'],
    ['心理健康教育', '心理健康'],
    ['心理健康', '心理健康'],
    ['综合实践活动', '综合实践'],
    ['综合实践', '综合实践'],
    ['体育与健康', '体育'],
    ['劳动技术', '劳动'],
    ['计算机', '信息科技'],
    ['校本课', '校本课程'],
    ['道法', '道德与法治'],
    ['政治', '道德与法治'],
    ['思品', '道德与法治'],
    ['品德', '道德与法治'],
    ['外语', '英语'],
    ['俄语', '俄语'],
    ['日语', '日语'],
    ['信息', '信息科技'],
    ['微机', '信息科技'],
    ['书法', '书法'],
    ['阅读', '阅读'],
    ['生物学', '生物'],
    ['体健', '体育'],
    ['劳技', '劳动'],
  ] as const),
].sort(([a], [b]) => b.length - a.length);

/** A heading that is a subject and nothing else: 数学, 语文(任课), 政治. */
export function subjectOfHeading(label: string): string | null {
  const word = label.replace(/\([^)]*\)/g, '').replace(/(老师|教师|任课教师|任课|学科|课)$/, '');
  return WRITTEN.find(([written]) => written === word)?.[1] ?? null;
}

/** The subject that a text begins with, and how many letters of it that is. */
export function subjectAt(text: string): { subject: string; length: number } | null {
  const found = WRITTEN.find(([written]) => text.startsWith(written));
  return found ? { subject: found[1], length: found[0].length } : null;
}
