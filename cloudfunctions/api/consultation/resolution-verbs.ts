import { mondayOf } from '../../../domain/calendar/day';
import { gradeLabel } from '../../../domain/calendar/school-class';
import type { Consultation } from '../../../domain/consultation/consultation.schema';
import {
  type CheckResolution,
  type ListResolutions,
  RESOLUTION_PAGE,
  type RecordProgress,
  type ReviewResolution,
} from '../../../domain/consultation/resolution.schema';
import { AppError } from '../../../domain/errors';
import type { z } from '../../../domain/schema';
import { command } from '../../kernel/cloud';
import { scopeCondition } from '../../kernel/database';
import type { Caller } from '../procedure';
import { schoolYearOf } from '../school-names';
import { changeResolution } from './change-resolution';
import { readConsultation } from './consultation.store';
import { authorizeIn, presentResolution, subjectOf } from './consultation-view';
import { readClassesOfDivision } from './place.store';
import { readResolution, readResolutions, readUnchecked } from './resolution.store';
import { settleCheck } from './weekly-check';

/** Progress, or that it is done, with the evidence in words; by its owner or a helper. */
export async function recordProgress(ctx: Caller, input: z.infer<typeof RecordProgress>) {
  const { resolutionId, isDone, words } = input;
  const { school, member } = ctx;
  const seen = await readResolution(resolutionId);
  const isMine = seen?.schoolId === school._id && seen.memberIds.includes(member._id);
  const why = ctx.access.authorize(isMine ? { schoolId: school._id, memberId: member._id } : null);
  return changeResolution(ctx, {
    action: 'resolution.record',
    why,
    edit: input,
    step: { kind: isDone ? 'done' : 'progress', words },
    change: () => (isDone ? { state: 'done', isOpen: false } : {}),
  });
}

/** Only a meeting of the same place changes what a meeting decided (S3-161, S3-162, S3-164). */
export async function reviewResolution(ctx: Caller, input: z.infer<typeof ReviewResolution>) {
  const { consultationId, verdict, words, dueOn } = input;
  const meeting = await readConsultation(consultationId);
  const why = authorizeIn(ctx, meeting);
  const isOver = verdict === 'done' || verdict === 'ended';
  return changeResolution(ctx, {
    action: 'consultation.record',
    why,
    edit: input,
    step: { kind: verdict, words, dueOn: isOver ? null : dueOn, consultationId },
    change: () => ({
      ...(isOver && { state: verdict, isOpen: false }),
      ...(!isOver && dueOn !== null && { dueOn }),
    }),
    async check(tx, before) {
      const running = await tx.get<Consultation>('consultations', consultationId);
      if (running?.placeId !== before.placeId) throw new AppError('notFound');
      if (running.state !== 'running') {
        throw new AppError('badInput', { sentence: '只有会上才能改会议的决定；请先开始会商。' });
      }
      if (dueOn !== null && !isOver && dueOn < running.on) {
        throw new AppError('badInput', {
          sentence: '新的完成日期早于这次会商，请重新选择。',
          fields: { dueOn: '请选这次会商以后的日子。' },
        });
      }
    },
  });
}

/**
 * The vice principal's weekly check: a mark and a word. The check of a division is done with the
 * last of its open resolutions, not with the first.
 */
export async function checkResolution(ctx: Caller, input: z.infer<typeof CheckResolution>) {
  const { resolutionId, isOnTrack, words } = input;
  const seen = await readResolution(resolutionId);
  const why = ctx.access.authorize(subjectOf(seen));
  const divisionId = seen?.divisionId ?? undefined;
  const monday = mondayOf(ctx.today);
  const unchecked = divisionId ? await readUnchecked(ctx.school._id, divisionId, monday) : [];
  const isLast = unchecked.every(({ _id }) => _id === resolutionId);
  return changeResolution(ctx, {
    action: 'resolution.signOff',
    why,
    edit: input,
    step: { kind: 'check', words, isOnTrack },
    change: () => ({ lastCheckOn: ctx.today }),
    async beside(tx) {
      if (divisionId && isLast) await settleCheck(tx, ctx, divisionId);
    },
  });
}

function matchOf(ctx: Caller, { of, divisionId }: z.infer<typeof ListResolutions>): object | null {
  const schoolId = ctx.school._id;
  const filter = ctx.access.filter();
  if (of === 'mine') return { schoolId, memberIds: ctx.member._id };
  const within = scopeCondition(schoolId, filter, { memberId: 'memberIds' });
  if (!within) return null;
  if (divisionId !== undefined) return command.and([within, { schoolId, divisionId }]);
  return of === 'all' ? within : command.and([within, { dueOn: command.lt(ctx.today) }]);
}

/** The division whose week is looked at, as it is called, and whether the caller checks it. */
async function divisionOf(ctx: Caller, divisionId: string | undefined) {
  if (divisionId === undefined) return null;
  const { school, access } = ctx;
  const [first] = await readClassesOfDivision(school._id, divisionId);
  const mayCheck = access.may('resolution.signOff', { schoolId: school._id, divisionId });
  if (!first || !mayCheck) return null;
  return { id: divisionId, label: gradeLabel(first, schoolYearOf(ctx), school.stageSystem) };
}

/** What is still owed: one's own, what is late within reach, or everything, of all or a division. */
export async function listResolutions(ctx: Caller, input: z.infer<typeof ListResolutions>) {
  const match = matchOf(ctx, input);
  const [found, division] = await Promise.all([
    match ? readResolutions(match, input.before) : [],
    divisionOf(ctx, input.divisionId),
  ]);
  const resolutions = found.slice(0, RESOLUTION_PAGE);
  const last = found.length > RESOLUTION_PAGE ? resolutions.at(-1) : undefined;
  return {
    resolutions: resolutions.map((resolution) => presentResolution(ctx, resolution)),
    /** Whose weekly check is asked for; null where one does not check. */
    division,
    next: last ? { dueOn: last.dueOn, id: last._id } : null,
  };
}
