import * as z from 'zod/mini';
import { MEETING_SCOPES, type MeetingScope } from '../regulation/meeting-words';
import { id, requiredText, type Stored, writeId } from '../schema';

/** A topic that somebody proposed for the next meeting of a place. */
export interface ProposedTopic {
  id: string;
  text: string;
  memberId: string;
  byName: string;
  at: Date;
}

/**
 * What waits for the next meeting of a class, a division or the school: one document a place, under
 * its id. The meeting that is closed next takes all of it along.
 */
export interface TopicList extends Stored {
  topics: ProposedTopic[];
  lastWriteId: string;
}

/** More than a meeting can speak of. */
export const MAX_TOPICS = 20;
export const MAX_TOPIC = 200;

const place = {
  scope: z.enum(Object.keys(MEETING_SCOPES) as [MeetingScope, ...MeetingScope[]], {
    error: '请选班级、级部或学校。',
  }),
  placeId: id('班级、级部或学校'),
  /** With a meeting of the place, whoever is invited to it may propose. */
  meetingId: z.optional(id('会商')),
};

export const RecordTopic = z.strictObject({
  ...place,
  topicId: id('议题'),
  writeId: writeId(),
  text: requiredText('议题', MAX_TOPIC),
});

export const VoidTopic = z.strictObject({ ...place, topicId: id('议题'), writeId: writeId() });
