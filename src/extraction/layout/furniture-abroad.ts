import type { FurnitureKind } from '../../vocabulary.ts'

/** Furniture of Arabic, French and Spanish pages that gives itself away by its own words. The first rule that fits decides. */
export const TELLTALE_ABROAD: readonly (readonly [FurnitureKind, RegExp])[] = [
  [
    'legal',
    /^(?:جميع الحقوق محفوظة|حقوق النشر|سياسة الخصوصية)|^tous droits réservés|^(?:todos los )?derechos reservados|(?:tous droits réservés|todos los derechos reservados)\.?$|^mentions légales|^aviso legal|^politique de confidentialité|^política de privacidad|\bcookies?\b.{0,60}\b(?:accepter|acceptez|utilise|utiliza|aceptar|acepta)/iu,
  ],
  [
    'legal',
    /^(?:تصحيح|تصويب|تنويه)\s*[:：]|^(?:rectificatif|correction|erratum|précision)\s*[:—–-]|^(?:fe de errat?as|corrección|rectificación)\s*[:—–-]|^cet article a été (?:modifié|corrigé|mis à jour)|^(?:este artículo|esta nota|esta noticia) (?:ha sido|fue) (?:actualizad|corregid|modificad)/iu,
  ],
  [
    'newsletter',
    /^(?:اشترك|سجل|انضم إلى).{0,60}(?:النشرة|بريدك|قناتنا|نشرتنا)|^(?:abonnez-vous|inscrivez-vous|recevez).{0,80}|^(?:suscríbase|suscríbete|regístrese|regístrate|reciba|recibe)\b.{0,80}|^s['’](?:abonner|inscrire) .{0,60}$/iu,
  ],
  [
    'share',
    /^(?:شارك(?:ها|ه)?|مشاركة|تابعنا|تابعونا|انشر|طباعة|نسخ الرابط)(?:[\s:|·،]*(?:الخبر|المقال|عبر|على|فيسبوك|تويتر|واتساب|تلغرام|منصة|إكس|مع|أصدقائك))*[.:!]?$|^(?:partager|imprimer|copier le lien|suivez-nous)(?:[\s:|·,]+(?:sur|cet|l['’]article|article|par|via|facebook|twitter|x|whatsapp|e-?mail|linkedin|telegram))*[.:!]?$|^(?:compartir|imprimir|copiar enlace|síganos|síguenos)(?:[\s:|·,]+(?:en|este|artículo|por|vía|facebook|twitter|x|whatsapp|e-?mail|correo|linkedin|telegram|esta|nota))*[.:!]?$/iu,
  ],
  [
    'advert',
    /^(?:إعلان|اعلان|إعلانات|publicité|la suite après (?:cette|la) publicité|publicidad|anuncio|patrocinado|contenu sponsorisé|contenido patrocinado)[.:]?$/iu,
  ],
  [
    'related',
    /^(?:اقرأ|إقرأ|اقرئي|اقرؤوا|شاهد|طالع|للمزيد)\s*(?:أيضا|أيضاً|أيضًا|المزيد|كذلك)?\s*(?:[:：»|-]|$)|^(?:مواضيع|أخبار|مقالات) (?:ذات صلة|مشابهة)|^(?:الأكثر قراءة|الأكثر مشاهدة|كلمات مفتاحية|الكلمات الدلالية|وسوم|آخر الأخبار|قد يهمك)|^(?:à )?lire (?:aussi|également)\b|^(?:à voir|voir) aussi\b|^(?:sur le même (?:sujet|thème)|à la une|les plus lus|articles? liés?|nos derniers articles|mots[- ]clés|en savoir plus)\b.{0,60}$|^lea? (?:también|además|más)\b|^(?:le|te) puede interesar\b|^(?:más información|noticias relacionadas|lo más leído|etiquetas|temas relacionados|también le puede|vea también|ver también|en otras noticias)\b.{0,80}$/iu,
  ],
  [
    'comment',
    /^(?:أضف تعليق|التعليقات|\d+ تعليق|\d+ commentaires?|laisser un commentaire|réagir à cet article|\d+ comentarios?|dejar un comentario|deje su comentario)/iu,
  ],
  [
    'credit',
    /^(?:تصوير|الصورة|مصدر الصورة|المصدر)\s*[:：|]|^(?:crédits?(?: photo)?|photo|illustration|source|image)\s*[:©/|]|^(?:foto|fotografía|imagen|fuente|crédito)\s*[:©/|]|^avec (?:afp|agences?)\.?$|^con información de .{2,60}$/iu,
  ],
  ['menu', /^(?:الرئيسية|القائمة|accueil|menu|inicio|portada)(?:\s*[|·•>/›»,]\s*[\p{L} &’'-]{2,30})+$/iu],
  [
    'date',
    /^(?:آخر تحديث|تم التحديث|نشر قبل)\b.{0,60}|^(?:منذ|قبل) \d+ (?:دقيقة|دقائق|ساعة|ساعات|يوم|أيام)$|^(?:mis à jour|modifié) (?:le|à|il y a)\b.{0,60}$|^il y a \d+ (?:minutes?|heures?|jours?)$|^(?:temps de )?lecture\s*:?\s*\d+ min|^(?:actualizado|última actualización)\b.{0,60}$|^hace \d+ (?:minutos?|horas?|días?)$/iu,
  ],
]
/** "Par Élodie Marchetti", "Por Ana Ruiz": a byline, a few capitalised words. */
export const BYLINE_ABROAD =
  /^(?:[Pp]ar|[Pp]or|PAR|POR|De notre (?:correspondante?|envoyée? spéciale?)|Texto|Redacción)\s*:?\s+(?:(?:notre|nuestr[oa]|la|le|el)\s+)?\p{Lu}[\p{L}.’'-]+(?:[\s,|&·-]+(?:et|y|e|de|del|la|avec|con|\p{Lu}[\p{L}.’'-]*)){0,8}$/u
/** "عين الرمان (وكالة الجبل) - ": a place of up to three words, perhaps an agency, and a dash. */
export const DATELINE_ABROAD =
  /^\p{Script=Arabic}{2,}(?: \p{Script=Arabic}{2,}){0,2}(?:\s*[(/،]\s*[\p{Script=Arabic}\s«»"]{2,30}\)?)?\s*[—–-]{1,2}\s+(?=\S)/u
