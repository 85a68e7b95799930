import { BookOfClass } from '../../../domain/book/book.schema';
import { classLabel } from '../../../domain/calendar/school-class';
import { type Term, termLabel } from '../../../domain/calendar/term';
import { AppError } from '../../../domain/errors';
import {
  type HomeVisit,
  VISIT_EFFECTS,
  VISIT_PARTNERS,
  VISIT_REASONS,
  VISIT_WAYS,
} from '../../../domain/home-visit/home-visit.schema';
import { readWholeVisits } from '../../api/home-visit/home-visit.store';
import { readClass, subjectOfClass } from '../../api/roster.store';
import { type Block, form, label, PAGE_BREAK, signatures, title, wide } from '../book';
import type { Pages } from '../book-kind';
import type { Maker } from '../document-kind';

const wordsOf = <K extends string>(labels: Record<K, string>, chosen: readonly K[]): string =>
  chosen.map((one) => labels[one]).join('、');

/** The form of one visit: before, during, after (S1-90). What is sealed stays where it is. */
function visitForm(visit: HomeVisit | null, className: string, term: Term): Block[] {
  const companion = visit?.companionName
    ? `${visit.companionName}${visit.confirmedAt ? '（已确认）' : ''}`
    : '';
  const learned = [
    visit?.learned ?? '',
    visit?.hasSealed ? '另有密封记录' : '',
    visit && visit.photos.length > 0 ? `照片 ${visit.photos.length} 张，存在小程序里` : '',
  ];
  return [
    title('家访记录表', `${className}　${termLabel(term)}`),
    form(
      [3, 7, 3, 7],
      [
        [label('学生'), visit?.studentName ?? '', label('家访教师'), visit?.visitorName ?? ''],
        [label('计划日期'), visit?.plannedOn ?? '', label('同行教师'), companion],
        [label('原因'), wide(visit ? wordsOf(VISIT_REASONS, visit.reasons) : '', 3)],
        [label('准备：\n想了解什么'), wide(visit?.askAbout ?? '', 3, 4)],
        [
          label('家访日期'),
          visit?.visitedOn ?? '',
          label('方式'),
          visit?.way ? VISIT_WAYS[visit.way] : '',
        ],
        [label('见到了谁'), wide(visit ? wordsOf(VISIT_PARTNERS, visit.met) : '', 3)],
        [label('沟通：\n了解到的'), wide(learned.filter(Boolean).join('\n'), 3, 9)],
        [label('约定'), wide(visit?.agreed ?? '', 3, 5)],
        [label('效果'), wide(visit?.effect ? VISIT_EFFECTS[visit.effect] : '', 3)],
        [label('反馈：\n家访后的情况'), wide(visit?.effectText ?? '', 3, 6)],
      ],
    ),
    signatures('家访教师', '家长', '日期'),
  ];
}

const dayOfVisit = ({ visitedOn, plannedOn }: HomeVisit): string => visitedOn ?? plannedOn ?? '';

/** The home visits of a class and term, a form each; an empty one where none was made. */
export async function makeHomeVisitForms(ctx: Maker, raw: unknown): Promise<Pages> {
  const { classId, termId } = BookOfClass.parse(raw);
  const { school, access } = ctx;
  const term = school.terms.find(({ id }) => id === termId);
  if (!term) throw new AppError('notFound');
  const [schoolClass, visits] = await Promise.all([
    readClass(classId),
    readWholeVisits(school._id, classId, termId),
  ]);
  const why = access.authorize(subjectOfClass(schoolClass));
  if (!schoolClass) throw new Error('authorized without a class');
  const className = classLabel(schoolClass, term.schoolYear, school.stageSystem);
  const inOrder = visits.sort((a, b) => (dayOfVisit(a) < dayOfVisit(b) ? -1 : 1));
  const pages = (inOrder.length > 0 ? inOrder : [null]).map((visit) =>
    visitForm(visit, className, term),
  );
  return {
    of: { collection: 'homeVisits', documentId: classId, why },
    book: {
      title: `${className}家访记录表`,
      owner: school.name,
      sections: [
        {
          name: '家访',
          blocks: pages.flatMap((page, index) => (index === 0 ? page : [PAGE_BREAK, ...page])),
        },
      ],
    },
  };
}
