package io.ecsim.terraform.value;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessageFormat;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessagePacker;
import org.msgpack.core.MessageUnpacker;

/** Values as MessagePack, read and written by their type. */
public final class Packed {
  private static final byte[] UNKNOWN = {0};

  private Packed() {}

  /**
   * The value that these bytes write; none at all are null.
   *
   * @throws IllegalArgumentException if they do not write a value of the type
   */
  public static Object read(Type type, byte[] bytes) {
    if (bytes == null || bytes.length == 0) {
      return null;
    }
    try (MessageUnpacker in = MessagePack.newDefaultUnpacker(bytes)) {
      return read(type, in);
    } catch (IOException | RuntimeException e) {
      throw new IllegalArgumentException("no value of type " + type.json(), e);
    }
  }

  /** The bytes of this value. */
  public static byte[] write(Type type, Object value) {
    try (MessageBufferPacker out = MessagePack.newDefaultBufferPacker()) {
      write(type, value, out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Object read(Type type, MessageUnpacker in) throws IOException {
    MessageFormat next = in.getNextFormat();
    if (next == MessageFormat.NIL) {
      in.unpackNil();
      return null;
    }
    if (next.getValueType().isExtensionType()) {
      in.readPayload(in.unpackExtensionTypeHeader().getLength());
      return Unknown.UNKNOWN;
    }
    if (type instanceof Type.Primitive primitive) {
      return switch (primitive) {
        case STRING -> in.unpackString();
        case BOOL -> in.unpackBoolean();
        case NUMBER -> number(next, in);
      };
    } else if (type instanceof Type.ListOf list) {
      return elements(list.element(), in);
    } else if (type instanceof Type.SetOf set) {
      return new Bag(elements(set.element(), in));
    } else if (type instanceof Type.MapOf map) {
      Map<String, Object> read = new LinkedHashMap<>();
      for (int left = in.unpackMapHeader(); left > 0; left--) {
        read.put(in.unpackString(), read(map.element(), in));
      }
      return read;
    }
    return members((Type.ObjectOf) type, in);
  }

  private static BigDecimal number(MessageFormat next, MessageUnpacker in) throws IOException {
    return switch (next.getValueType()) {
      case INTEGER -> Numbers.of(new BigDecimal(in.unpackBigInteger()));
      case FLOAT -> Numbers.of(BigDecimal.valueOf(in.unpackDouble()));
      default -> Numbers.of(in.unpackString());
    };
  }

  private static List<Object> elements(Type type, MessageUnpacker in) throws IOException {
    List<Object> read = new ArrayList<>();
    for (int left = in.unpackArrayHeader(); left > 0; left--) {
      read.add(read(type, in));
    }
    return read;
  }

  private static Map<String, Object> members(Type.ObjectOf type, MessageUnpacker in)
      throws IOException {
    Map<String, Object> read = new LinkedHashMap<>();
    type.members().keySet().forEach(name -> read.put(name, null));
    for (int left = in.unpackMapHeader(); left > 0; left--) {
      String name = in.unpackString();
      Type member = type.members().get(name);
      if (member == null) {
        throw new IllegalArgumentException("no member " + name);
      }
      read.put(name, read(member, in));
    }
    return read;
  }

  private static void write(Type type, Object value, MessagePacker out) throws IOException {
    if (value == null) {
      out.packNil();
    } else if (value == Unknown.UNKNOWN) {
      out.packExtensionTypeHeader((byte) 0, UNKNOWN.length).writePayload(UNKNOWN);
    } else if (type instanceof Type.Primitive primitive) {
      switch (primitive) {
        case STRING -> out.packString((String) value);
        case BOOL -> out.packBoolean((Boolean) value);
        case NUMBER -> number((BigDecimal) value, out);
      }
    } else if (type instanceof Type.ListOf list) {
      elements(list.element(), (List<?>) value, out);
    } else if (type instanceof Type.SetOf set) {
      elements(set.element(), ((Bag) value).elements(), out);
    } else if (type instanceof Type.MapOf map) {
      Map<?, ?> entries = (Map<?, ?>) value;
      out.packMapHeader(entries.size());
      for (Map.Entry<?, ?> entry : entries.entrySet()) {
        out.packString((String) entry.getKey());
        write(map.element(), entry.getValue(), out);
      }
    } else {
      members((Type.ObjectOf) type, (Map<?, ?>) value, out);
    }
  }

  private static void number(BigDecimal number, MessagePacker out) throws IOException {
    if (Numbers.isLong(number)) {
      out.packLong(number.longValueExact());
    } else if (new BigDecimal(number.doubleValue()).compareTo(number) == 0) {
      out.packDouble(number.doubleValue());
    } else {
      out.packString(number.toPlainString());
    }
  }

  private static void elements(Type type, List<?> values, MessagePacker out) throws IOException {
    out.packArrayHeader(values.size());
    for (Object value : values) {
      write(type, value, out);
    }
  }

  private static void members(Type.ObjectOf type, Map<?, ?> values, MessagePacker out)
      throws IOException {
    out.packMapHeader(type.members().size());
    for (Map.Entry<String, Type> member : type.members().entrySet()) {
      out.packString(member.getKey());
      write(member.getValue(), values.get(member.getKey()), out);
    }
  }
}
