/* How models of a class are read: what _plan.py describes, in a form that needs no look-up. */

#include "_reader.h"

#include <structmember.h>

/* Where objects keep an attribute, or -1 without an exception if that is no plain slot of theirs. */
static Py_ssize_t
slot_offset(PyTypeObject *model, PyObject *attribute)
{
    PyObject *found = PyObject_GetAttr((PyObject *)model, attribute);
    Py_ssize_t offset = -1;
    if (found == NULL) {
        PyErr_Clear();
    }
    else if (Py_IS_TYPE(found, &PyMemberDescr_Type) && PyType_IsSubtype(model, PyDescr_TYPE(found))) {
        PyMemberDef *member = ((PyMemberDescrObject *)found)->d_member;
        offset = member->type == T_OBJECT_EX && !(member->flags & READONLY) ? member->offset : -1;
    }
    Py_XDECREF(found);
    return offset;
}

/* Returns 1 if it is one that can be read here, 0 if not, and -1 with an exception. */
static int
fill_field(Field *field, PyTypeObject *model, PyObject *described)
{
    PyObject *attribute, *key, *each;
    const char *containers;
    int required, nullable, nulls;
    if (!PyArg_ParseTuple(described, "UUppspO:Field", &attribute, &key, &required, &nullable, &containers, &nulls,
                          &each)) {
        return -1;
    }
    field->offset = slot_offset(model, attribute);
    if (field->offset < 0 || strlen(containers) > MOST_CONTAINERS) {
        return 0;
    }
    strcpy(field->containers, containers);
    field->required = (char)required;
    field->nullable = (char)nullable;
    field->nulls = (char)nulls;
    field->each = each == Py_None ? NULL : Py_NewRef(each);
    field->key = Py_NewRef(key);
    return 1;
}

/* Returns as fill_field does. */
static int
fill_fields(Plan *plan, PyTypeObject *model, PyObject *described)
{
    for (Py_ssize_t at = 0; at < plan->count; at++) {
        int fine = fill_field(&plan->fields[at], model, PyTuple_GET_ITEM(described, at));
        if (fine <= 0) {
            return fine;
        }
        PyObject *index = PyLong_FromSsize_t(at);
        if (index == NULL || PyDict_SetItem(plan->indices, plan->fields[at].key, index) < 0) {
            Py_XDECREF(index);
            return -1;
        }
        Py_DECREF(index);
    }
    return PyDict_GET_SIZE(plan->indices) == plan->count; /* else two of them have the same key */
}

/* Returns as fill_field does: objects that are more than their slots cannot be filled here. */
static int
fill_plan(Plan *plan, PyTypeObject *model, PyObject *described)
{
    PyObject *fields, *raw;
    if (!PyArg_ParseTuple(described, "O!UOOO:Plan", &PyTuple_Type, &fields, &raw, &plan->salvaged, &plan->items,
                          &plan->entries)) {
        plan->salvaged = plan->items = plan->entries = NULL;
        return -1;
    }
    Py_INCREF(plan->salvaged);
    Py_INCREF(plan->items);
    Py_INCREF(plan->entries);
    size_t count = (size_t)PyTuple_GET_SIZE(fields);
    plan->fields = PyMem_Calloc(count + 1, sizeof(Field));
    plan->seen = PyMem_Calloc(count + 1, sizeof(Seen));
    plan->indices = PyDict_New();
    if (plan->fields == NULL || plan->seen == NULL || plan->indices == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    plan->count = (Py_ssize_t)count;
    plan->raw = slot_offset(model, raw);
    if (plan->raw < 0 || model->tp_setattro != PyObject_GenericSetAttr) {
        return 0;
    }
    return fill_fields(plan, model, fields);
}

void
free_plan(Plan *plan)
{
    if (plan == NULL) {
        return;
    }
    for (Py_ssize_t at = 0; at < plan->count; at++) {
        Py_XDECREF(plan->seen[at].key);
        Py_XDECREF(plan->fields[at].key);
        Py_XDECREF(plan->fields[at].each);
    }
    PyMem_Free(plan->seen);
    PyMem_Free(plan->fields);
    Py_XDECREF(plan->indices);
    Py_XDECREF(plan->salvaged);
    Py_XDECREF(plan->items);
    Py_XDECREF(plan->entries);
    PyMem_Free(plan);
}

int
find_plan(Reader *self)
{
    PyObject *described = PyObject_CallFunctionObjArgs(self->describe, self->model, self->from_dict, NULL);
    Plan *plan = PyMem_Calloc(1, sizeof(Plan));
    int fine = described == NULL || plan == NULL ? -1 : fill_plan(plan, self->model, described);
    Py_XDECREF(described);
    if (fine > 0 && self->plan == NULL && !self->in_python) { /* else another thread was faster */
        self->plan = plan;
        return 0;
    }
    free_plan(plan);
    if (fine == 0) {
        self->in_python = self->plan == NULL;
    }
    if (fine < 0 && PyErr_Occurred()) {
        if (!PyErr_ExceptionMatches(PyExc_Exception)) {
            return -1;
        }
        PyErr_Clear();
    }
    return 0;
}
