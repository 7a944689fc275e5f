/// The JSON Schemas of the documents that hone writes, as published.
@NullMarked
package hone.schema;

import org.jspecify.annotations.NullMarked;
