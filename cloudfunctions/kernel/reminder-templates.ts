import { type Templates, templatesFrom } from '../../domain/reminder/templates';

/**
 * The message templates of this deployment, from REMINDER_TEMPLATES of the function's environment
 * (JSON, see `templatesFrom`). They belong to the mini-program's account, not to a school.
 */
export const messageTemplates = (): Templates => templatesFrom(process.env.REMINDER_TEMPLATES);
