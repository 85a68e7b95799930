/** On a phone WeChat keeps storage per account, and tells the cloud who calls. */
export const person = (): string => '';
