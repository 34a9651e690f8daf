package dev.newsmill.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShapesTest {
    @Test
    void elementsOfEqualNameAndClassInEqualParentsHaveOneShape() {
        Outline outline = Pages.outline("<body><div class=list><p class=a>One.</p><p class=a>Two.</p></div>"
                + "<div class=list><p class=a>Three.</p></div><div class=other><p class=a>Four.</p></div>"
                + "<div class=list><p class=b>Five.</p></div></body>");
        assertThat(outline.lines()).hasSize(5);
        int[] shapes =
                outline.lines().stream().mapToInt(line -> line.region.shape).toArray();
        assertThat(shapes[1]).isEqualTo(shapes[0]);
        assertThat(shapes[2]).isEqualTo(shapes[0]);
        assertThat(shapes[3]).isNotEqualTo(shapes[0]);
        assertThat(shapes[4]).isNotEqualTo(shapes[0]);
    }

    @Test
    void numbersShapesFromZeroHoweverManyThereAre() {
        Shapes shapes = new Shapes();
        Set<Integer> numbers = new HashSet<>();
        for (int i = 0; i < 5000; i++) numbers.add(shapes.number(Tag.DIV, "class-" + i, null));
        assertThat(numbers).hasSize(5000).contains(0, 4999).doesNotContain(5000);
        assertThat(shapes.count()).isEqualTo(5000);
        assertThat(shapes.number(Tag.DIV, "class-17", null)).isEqualTo(17);
    }
}
