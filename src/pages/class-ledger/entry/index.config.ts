export default definePageConfig({ navigationBarTitleText: '写台账' });
