package dev.newsmill.clean;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A caption taken apart: what it says, and who is credited for the picture; either may be missing. */
record Caption(@Nullable String text, @Nullable String credit) {
    /** The words for "image" that stand before a credit, glued to the caption or not. */
    private static final Pattern CREDIT = Pattern.compile(
            "(?:^|(?<=[\\p{Ll}\\p{N}.,!?)\"”»’'])|(?<=\\s)|[(\\[|])\\s*(?:Image|Photo|Picture|Photograph|Credit|Image credit|Photo credit|Credits|Photo by|Bild|Foto|Fotos|Bildquelle|Quelle|Crédit|Crédit photo|Imagen|Imagem|Crédito|Immagine|Beeld|Fot|Zdjęcie|Фото|Изображение|صورة|الصورة|图片来源|图片|圖片來源|图|圖|写真|撮影|画像)\\s?[:：.]\\s*(?<credit>[^:]{2,120}?)[)\\]]?$");

    private static final Pattern COPYRIGHT = Pattern.compile("(?:^|\\s|\\()©\\s*(?<credit>[^©]{2,80}?)\\)?$");

    static Caption of(String line) {
        Matcher matcher = CREDIT.matcher(line);
        if (!matcher.find()) {
            matcher = COPYRIGHT.matcher(line);
            if (!matcher.find()) return new Caption(line, null);
        }
        String text = line.substring(0, matcher.start()).strip();
        return new Caption(text.isEmpty() ? null : text, matcher.group("credit").strip());
    }
}
