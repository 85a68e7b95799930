import { BookOfClass } from '../../../domain/book/book.schema';
import { addDays, dayOf, wholeDay } from '../../../domain/calendar/day';
import { classLabel } from '../../../domain/calendar/school-class';
import { termLabel } from '../../../domain/calendar/term';
import { AppError } from '../../../domain/errors';
import type { InteractionCampaign } from '../../../domain/interaction-form/interaction-campaign.schema';
import type { Question } from '../../../domain/interaction-form/interaction-form.schema';
import type { InteractionRecord } from '../../../domain/interaction-form/interaction-record.schema';
import {
  readCampaignsOf,
  readRecordsOfClass,
} from '../../api/interaction-form/interaction-form.store';
import { readClass, subjectOfClass } from '../../api/roster.store';
import { type Block, cover, faint, form, heading, label, title } from '../book';
import type { Pages } from '../book-kind';
import type { Maker } from '../document-kind';

/** The preset of families' activities (S4-208). */
const FORM = 'familyActivity';

function answerTo({ key, kind, options }: Question, { answers }: InteractionRecord): string {
  const given = answers[key] ?? [];
  switch (kind) {
    case 'single':
    case 'multiple':
    case 'scale':
      return given
        .map((chosen) => options.find((option) => option.key === chosen)?.label ?? '')
        .filter(Boolean)
        .join('、');
    case 'photo':
      return given.length > 0 ? `${given.length} 张，存在小程序里` : '';
    case 'date':
      return given[0] ? wholeDay(given[0]) : '';
    default:
      return given.join('\n');
  }
}

function recordForm(campaign: InteractionCampaign, record: InteractionRecord): Block[] {
  const asked = campaign.questions.filter(({ kind }) => kind !== 'section');
  return [
    heading(`${record.studentName}　${campaign.title}`),
    form(
      [4, 16],
      [
        ...asked.map((question) => [label(question.label), answerTo(question, record)]),
        [label('填写日期'), wholeDay(dayOf(new Date(record.answeredAt)))],
      ],
    ),
  ];
}

/** The activities of a class's families in a term, by student (S4-208, S4-211). */
export async function makeFamilyActivities(ctx: Maker, raw: unknown): Promise<Pages> {
  const { classId, termId } = BookOfClass.parse(raw);
  const { school, access } = ctx;
  const term = school.terms.find(({ id }) => id === termId);
  if (!term) throw new AppError('notFound');
  const days = {
    from: new Date(`${term.startsOn}T00:00:00+08:00`),
    to: new Date(`${addDays(term.endsOn, 1)}T00:00:00+08:00`),
  };
  const [schoolClass, campaigns] = await Promise.all([
    readClass(classId),
    readCampaignsOf(school._id, FORM, days),
  ]);
  const why = access.authorize(subjectOfClass(schoolClass));
  if (!schoolClass) throw new Error('authorized without a class');
  // A third trip, once the rights are known: answers are found by what was sent.
  const records = await readRecordsOfClass(
    school._id,
    classId,
    campaigns.map(({ _id }) => _id),
  );
  records.sort((a, b) => a.studentName.localeCompare(b.studentName, 'zh-CN'));
  const pages = records.flatMap((record) => {
    const campaign = campaigns.find(({ _id }) => _id === record.campaignId);
    return campaign ? recordForm(campaign, record) : [];
  });
  const className = classLabel(schoolClass, term.schoolYear, school.stageSystem);
  return {
    of: { collection: 'interactionRecords', documentId: classId, why },
    book: {
      title: `${className}亲子成长活动记录`,
      owner: school.name,
      sections: [
        {
          name: '活动记录',
          blocks: [
            cover('亲子成长活动记录', [
              ['学校', school.name],
              ['班级', className],
              ['学期', termLabel(term)],
              ['班主任', schoolClass.homeroomTeacherName],
            ]),
            title('活动记录', className),
            ...(pages.length > 0 ? pages : [faint('这个学期还没有家长填写的活动记录。')]),
          ],
        },
      ],
    },
  };
}
