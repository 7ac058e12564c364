/* Reads models of JSON objects: what a generated from_dict does, line by line, for any class.

   Whatever is odd is left to the functions in Python that from_dict calls, too: they make the same of it, or raise the
   same error. Values are stored into slots of objects that nothing else knows yet. */

#include "_reader.h"

#define SLOT(object, offset) (*(PyObject **)((char *)(object) + (offset)))

/* An exception as one object, which Python keeps as three before 3.12. */
static PyObject *
take_exception(void)
{
#if PY_VERSION_HEX >= 0x030C0000
    return PyErr_GetRaisedException();
#else
    PyObject *type, *value, *traceback;
    PyErr_Fetch(&type, &value, &traceback);
    PyErr_NormalizeException(&type, &value, &traceback);
    if (traceback != NULL) {
        PyException_SetTraceback(value, traceback);
        Py_DECREF(traceback);
    }
    Py_DECREF(type);
    return value;
#endif
}

static void
give_exception(PyObject *value)
{
#if PY_VERSION_HEX >= 0x030C0000
    PyErr_SetRaisedException(value);
#else
    PyErr_Restore(Py_NewRef(Py_TYPE(value)), value, PyException_GetTraceback(value));
#endif
}

static PyObject *
read_single(const Field *field, PyObject *value)
{
    if (field->each == NULL) {
        return Py_NewRef(value);
    }
    if (Py_IS_TYPE(field->each, &Reader_Type)) {
        return read_model((Reader *)field->each, value);
    }
    return PyObject_CallOneArg(field->each, value);
}

static PyObject *read_nested(const Plan *plan, const Field *field, const char *container, PyObject *value);

/* A list of what is read of the values. Reading may run anything, which may change the list. */
static PyObject *
read_list(const Plan *plan, const Field *field, const char *container, PyObject *values)
{
    PyObject *made = PyList_New(0);
    if (made == NULL) {
        return NULL;
    }
    for (Py_ssize_t at = 0; at < PyList_GET_SIZE(values); at++) {
        PyObject *value = PyList_GET_ITEM(values, at);
        if (value == Py_None) {
            continue;
        }
        Py_INCREF(value);
        PyObject *one = read_nested(plan, field, container + 1, value);
        Py_DECREF(value);
        if (one == NULL || (one != Py_None && PyList_Append(made, one) < 0)) {
            Py_XDECREF(one);
            Py_DECREF(made);
            return NULL;
        }
        Py_DECREF(one);
    }
    return made;
}

/* A dict of what is read of the values, under the same keys. */
static PyObject *
read_map(const Plan *plan, const Field *field, const char *container, PyObject *values)
{
    PyObject *made = PyDict_New();
    PyObject *key, *value;
    Py_ssize_t at = 0, before = PyDict_GET_SIZE(values);
    while (made != NULL && PyDict_Next(values, &at, &key, &value)) {
        if (value == Py_None) {
            continue;
        }
        Py_INCREF(key);
        Py_INCREF(value);
        PyObject *one = read_nested(plan, field, container + 1, value);
        if (one == NULL || (one != Py_None && PyDict_SetItem(made, key, one) < 0)) {
            Py_CLEAR(made);
        }
        Py_XDECREF(one);
        Py_DECREF(value);
        Py_DECREF(key);
        if (made != NULL && PyDict_GET_SIZE(values) != before) {
            PyErr_SetString(PyExc_RuntimeError, "dictionary changed size during iteration");
            Py_CLEAR(made);
        }
    }
    return made;
}

static int
has_null(PyObject *container)
{
    if (PyList_CheckExact(container)) {
        for (Py_ssize_t at = 0; at < PyList_GET_SIZE(container); at++) {
            if (PyList_GET_ITEM(container, at) == Py_None) {
                return 1;
            }
        }
        return 0;
    }
    PyObject *value;
    Py_ssize_t at = 0;
    while (PyDict_Next(container, &at, NULL, &value)) {
        if (value == Py_None) {
            return 1;
        }
    }
    return 0;
}

/* What is read of a value, which is in containers, the outermost of which is told; none is a single value. Returns NULL
   without an exception for an object that only says that it is a list or a dict, as mocks do: Python asks it for more. */
static PyObject *
read_nested(const Plan *plan, const Field *field, const char *container, PyObject *value)
{
    if (*container == 0) {
        return read_single(field, value);
    }
    int is_list = *container == LIST;
    PyObject *values, *made;
    if (is_list ? PyList_CheckExact(value) : PyDict_CheckExact(value)) {
        values = Py_NewRef(value);
    }
    else {
        values = PyObject_CallOneArg(is_list ? plan->items : plan->entries, value);
        if (values == NULL) {
            return NULL;
        }
        if (!(is_list ? PyList_CheckExact(values) : PyDict_CheckExact(values))) {
            Py_DECREF(values);
            return NULL;
        }
    }
    if (container[1] == 0 && field->each == NULL && (field->nulls || !has_null(values))) {
        return values;
    }
    made = is_list ? read_list(plan, field, container, values) : read_map(plan, field, container, values);
    Py_DECREF(values);
    return made;
}

/* Whose value a key is; NULL if it is no field's. Keys are plain strings, so that comparing them runs no other code. */
static Field *
find_field(const Plan *plan, Py_ssize_t place, PyObject *key)
{
    Seen *seen = place < plan->count ? &plan->seen[place] : NULL;
    if (seen != NULL && seen->key == key) {
        return seen->field;
    }
    PyObject *index = PyDict_GetItemWithError(plan->indices, key);
    if (index == NULL) {
        return NULL;
    }
    Field *field = &plan->fields[PyLong_AsSsize_t(index)];
    if (seen != NULL) {
        Py_XSETREF(seen->key, Py_NewRef(key));
        seen->field = field;
    }
    return field;
}

/* Puts the values of the JSON object into their slots, as they are. Returns 0 where keys are not what a parser gives, or
   with an exception. */
static int
take_values(const Plan *plan, PyObject *model, PyObject *data)
{
    PyObject *key, *value;
    Py_ssize_t at = 0;
    for (Py_ssize_t place = 0; PyDict_Next(data, &at, &key, &value); place++) {
        if (!PyUnicode_CheckExact(key)) {
            return 0;
        }
        Field *field = find_field(plan, place, key);
        if (field != NULL) {
            SLOT(model, field->offset) = Py_NewRef(value);
        }
        else if (PyErr_Occurred()) {
            return 0;
        }
    }
    return 1;
}

/* Makes a field's value of what is in its slot. The slot is empty meanwhile, and stays so after an error. */
static int
read_field(const Plan *plan, const Field *field, PyObject *model)
{
    PyObject *value = SLOT(model, field->offset);
    if (value == NULL) {
        if (field->required) {
            PyErr_SetObject(PyExc_KeyError, field->key);
            return -1;
        }
        SLOT(model, field->offset) = Py_NewRef(Py_None);
    }
    else if ((field->each != NULL || *field->containers) && (value != Py_None || !field->nullable)) {
        SLOT(model, field->offset) = NULL;
        PyObject *made = read_nested(plan, field, field->containers, value);
        Py_DECREF(value);
        if (made == NULL) {
            return -1;
        }
        Py_XSETREF(SLOT(model, field->offset), made);
    }
    return 0;
}

/* The JSON of a model that cannot be read, or NULL with the error that says which field it was. */
static PyObject *
salvaged(const Plan *plan, PyObject *model, PyObject *data)
{
    if (!PyErr_Occurred() || !PyErr_ExceptionMatches(PyExc_Exception)) {
        return NULL;
    }
    PyObject *error = take_exception();
    PyObject *found = PyObject_CallFunctionObjArgs(plan->salvaged, error, model, data, NULL);
    if (found == NULL) {
        /* As of an exception that is raised where another one is handled. To set the one that is handled would do the
           same, but what it was before can only be set again for the innermost generator, which may have had none. */
        PyObject *raised = take_exception();
        if (raised != error) {
            PyException_SetContext(raised, Py_NewRef(error));
        }
        give_exception(raised);
    }
    Py_DECREF(error);
    return found;
}

static PyObject *
read_in_python(Reader *self, PyObject *data)
{
    return PyObject_CallFunctionObjArgs(self->from_dict, (PyObject *)self->model, data, NULL);
}

/* Fills the fields in their order, which decides which one of several an error names. Returns the JSON, or NULL: with the
   error, or without one, if this is an object for Python. */
static PyObject *
read_fields(const Plan *plan, PyObject *model, PyObject *data)
{
    for (Py_ssize_t at = 0; at < plan->count; at++) {
        if (read_field(plan, &plan->fields[at], model) < 0) {
            return salvaged(plan, model, data);
        }
    }
    return Py_NewRef(data);
}

PyObject *
read_model(Reader *self, PyObject *data)
{
    if (!PyDict_CheckExact(data)) {
        return read_in_python(self, data);
    }
    if (self->plan == NULL && !self->in_python && find_plan(self) < 0) {
        return NULL;
    }
    const Plan *plan = self->plan;
    PyObject *model = plan == NULL ? NULL : self->model->tp_alloc(self->model, 0);
    if (model == NULL || !take_values(plan, model, data)) {
        Py_XDECREF(model);
        return PyErr_Occurred() ? NULL : read_in_python(self, data);
    }
    if (Py_EnterRecursiveCall(" while a model is read")) {
        Py_DECREF(model);
        return NULL;
    }
    PyObject *raw = read_fields(plan, model, data);
    Py_LeaveRecursiveCall();
    if (raw == NULL) {
        Py_DECREF(model);
        return PyErr_Occurred() ? NULL : read_in_python(self, data);
    }
    Py_XSETREF(SLOT(model, plan->raw), raw);
    return model;
}
