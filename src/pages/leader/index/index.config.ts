export default definePageConfig({ navigationBarTitleText: '各班进展' });
