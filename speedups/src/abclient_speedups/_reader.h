/* What a Reader is, and what its three parts call of each other. */

#ifndef ABCLIENT_READER_H
#define ABCLIENT_READER_H

#define PY_SSIZE_T_CLEAN
#include <Python.h>

#ifdef Py_GIL_DISABLED
#error "abclient-speedups counts on the GIL. Without it, abclient reads in Python, as it does without this package."
#endif

#define LIST 'l'
#define MAP 'm'
#define MOST_CONTAINERS 7

typedef struct {
    PyObject *key;       /* JSON name */
    PyObject *each;      /* reads a single value; NULL where the value is what JSON has */
    Py_ssize_t offset;   /* of the slot in the object */
    char required;       /* whether it is an error not to have it */
    char nullable;       /* whether null is None, and not an error */
    char nulls;          /* whether the innermost container keeps nulls */
    char containers[MOST_CONTAINERS + 1]; /* from the outside, LIST or MAP each, then 0 */
} Field;

/* A key that an object had at some place, and its field. Objects of a class mostly have the same keys in the same order,
   and parsers give the same string for them: then one comparison of pointers finds the field, which saves a third. */
typedef struct {
    PyObject *key; /* one of the known ones, or NULL */
    Field *field;
} Seen;

typedef struct {
    Py_ssize_t raw;      /* offset of the slot for the JSON object */
    Py_ssize_t count;
    Field *fields;       /* in the order in which they are read */
    Seen *seen;          /* as many as fields, by the key's place in the object that was read last */
    PyObject *indices;   /* dict of JSON name to the field's index */
    PyObject *salvaged;  /* functions in Python, for what is odd */
    PyObject *items;
    PyObject *entries;
} Plan;

typedef struct {
    PyObject_HEAD
    vectorcallfunc vectorcall;
    PyTypeObject *model;  /* the class */
    PyObject *from_dict;  /* its method, as a function */
    PyObject *describe;   /* the function that describes the plan */
    Plan *plan;           /* NULL before the first object, and if in_python */
    char in_python;       /* whether the class is not one that is read here */
} Reader;

extern PyTypeObject Reader_Type;

/* The model that a JSON object is. */
PyObject *read_model(Reader *self, PyObject *data);

/* Makes the plan, or sets in_python; neither, if something failed that may not fail again. Returns -1 with an exception
   that is no Exception, such as KeyboardInterrupt. */
int find_plan(Reader *self);

void free_plan(Plan *plan);

#endif
