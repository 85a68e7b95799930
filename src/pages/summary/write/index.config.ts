export default definePageConfig({ navigationBarTitleText: '写小结' });
