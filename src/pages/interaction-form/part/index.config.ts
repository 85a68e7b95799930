export default definePageConfig({ navigationBarTitleText: '在校的情况' });
