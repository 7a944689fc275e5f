package hone.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A share as people write it, `5%`.
final class Percent implements ITypeConverter<Double> {

  private static final Pattern FORM = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,6})?) ?%");

  @Override
  public Double convert(String text) {
    Matcher form = FORM.matcher(text.strip());
    double share = form.matches() ? Double.parseDouble(form.group(1)) / 100 : -1;
    if (share < 0 || share > 1) {
      throw new TypeConversionException("expected per cent such as 5%, found '" + text + "'");
    }
    return share;
  }
}
