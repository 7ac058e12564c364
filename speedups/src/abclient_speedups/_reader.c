/* A Reader takes the place of a class's from_dict: it is called as that is, and gives a subclass the method in Python. */

#include "_reader.h"

#include <stddef.h>
#include <structmember.h>

static PyObject *
Reader_vectorcall(PyObject *self, PyObject *const *arguments, size_t nargsf, PyObject *names)
{
    Reader *reader = (Reader *)self;
    Py_ssize_t count = PyVectorcall_NARGS(nargsf);
    if (count == 1 && names == NULL) {
        return read_model(reader, arguments[0]);
    }
    PyObject *method = PyMethod_New(reader->from_dict, (PyObject *)reader->model);
    if (method == NULL) {
        return NULL;
    }
    PyObject *found = PyObject_Vectorcall(method, arguments, (size_t)count, names);
    Py_DECREF(method);
    return found;
}

static PyObject *
Reader_new(PyTypeObject *type, PyObject *arguments, PyObject *names)
{
    static char *known[] = {"", "", "", NULL};
    PyObject *model, *from_dict, *describe;
    if (!PyArg_ParseTupleAndKeywords(arguments, names, "O!OO:Reader", known, &PyType_Type, &model, &from_dict,
                                     &describe)) {
        return NULL;
    }
    Reader *self = (Reader *)type->tp_alloc(type, 0);
    if (self != NULL) {
        self->vectorcall = Reader_vectorcall;
        self->model = (PyTypeObject *)Py_NewRef(model);
        self->from_dict = Py_NewRef(from_dict);
        self->describe = Py_NewRef(describe);
    }
    return (PyObject *)self;
}

static int
Reader_traverse(PyObject *object, visitproc visit, void *arg)
{
    Reader *self = (Reader *)object;
    Py_VISIT(self->model);
    Py_VISIT(self->from_dict);
    Py_VISIT(self->describe);
    if (self->plan != NULL) {
        Py_VISIT(self->plan->salvaged);
        Py_VISIT(self->plan->items);
        Py_VISIT(self->plan->entries);
        for (Py_ssize_t at = 0; at < self->plan->count; at++) {
            Py_VISIT(self->plan->fields[at].each);
        }
    }
    return 0;
}

/* Readers of models that refer to each other hold each other. Without a plan, models are read in Python. */
static int
Reader_clear(PyObject *object)
{
    Reader *self = (Reader *)object;
    Plan *plan = self->plan;
    self->plan = NULL;
    self->in_python = 1;
    free_plan(plan);
    return 0;
}

static void
Reader_dealloc(PyObject *object)
{
    Reader *self = (Reader *)object;
    PyObject_GC_UnTrack(object);
    Reader_clear(object);
    Py_XDECREF(self->describe);
    Py_XDECREF(self->from_dict);
    Py_XDECREF(self->model);
    Py_TYPE(object)->tp_free(object);
}

/* The class's own reader; a subclass has the method in Python, which makes objects of the subclass. */
static PyObject *
Reader_get(PyObject *self, PyObject *instance, PyObject *owner)
{
    Reader *reader = (Reader *)self;
    PyObject *model = owner != NULL && owner != Py_None ? owner : (PyObject *)Py_TYPE(instance);
    return model == (PyObject *)reader->model ? Py_NewRef(self) : PyMethod_New(reader->from_dict, model);
}

static PyObject *
Reader_wrapped(PyObject *object, void *Py_UNUSED(closure))
{
    Reader *self = (Reader *)object;
    return PyMethod_New(self->from_dict, (PyObject *)self->model);
}

static PyObject *
Reader_in_c(PyObject *object, void *Py_UNUSED(closure))
{
    Reader *self = (Reader *)object;
    if (self->plan == NULL && !self->in_python && find_plan(self) < 0) {
        return NULL;
    }
    return PyBool_FromLong(self->plan != NULL);
}

/* The text of the function or, as help() finds it for a method, of the method of this name that it overrides. */
static PyObject *
Reader_doc(PyObject *object, void *Py_UNUSED(closure))
{
    Reader *self = (Reader *)object;
    PyObject *name = PyObject_GetAttrString(self->from_dict, "__name__");
    PyObject *text = name == NULL ? NULL : PyObject_GetAttrString(self->from_dict, "__doc__");
    PyObject *bases = self->model->tp_mro;
    for (Py_ssize_t at = 1; text == Py_None && bases != NULL && at < PyTuple_GET_SIZE(bases); at++) {
        PyObject *method = PyObject_GetAttr(PyTuple_GET_ITEM(bases, at), name);
        if (method == NULL) {
            PyErr_Clear();
            break;
        }
        Py_SETREF(text, PyObject_GetAttrString(method, "__doc__"));
        Py_DECREF(method);
    }
    Py_XDECREF(name);
    return text;
}

/* What a class method has, such as its name, is that of the function. */
static PyObject *
Reader_getattro(PyObject *self, PyObject *name)
{
    PyObject *found = PyObject_GenericGetAttr(self, name);
    if (found == NULL && PyErr_ExceptionMatches(PyExc_AttributeError)) {
        PyErr_Clear();
        found = PyObject_GetAttr(((Reader *)self)->from_dict, name);
    }
    return found;
}

static PyObject *
Reader_reduce(PyObject *object, PyObject *Py_UNUSED(ignored))
{
    Reader *self = (Reader *)object;
    PyObject *getattr = PyDict_GetItemString(PyEval_GetBuiltins(), "getattr"); /* borrowed */
    PyObject *name = PyObject_GetAttrString(self->from_dict, "__name__");
    if (getattr == NULL || name == NULL) {
        Py_XDECREF(name);
        return NULL;
    }
    return Py_BuildValue("O(ON)", getattr, (PyObject *)self->model, name);
}

static PyObject *
Reader_repr(PyObject *object)
{
    return PyUnicode_FromFormat("<%s of %R>", Py_TYPE(object)->tp_name, (PyObject *)((Reader *)object)->model);
}

static PyMemberDef Reader_members[] = {
    {"__self__", T_OBJECT, offsetof(Reader, model), READONLY, "The class."},
    {"__func__", T_OBJECT, offsetof(Reader, from_dict), READONLY, "The method in Python, as a function."},
    {NULL, 0, 0, 0, NULL},
};

static PyGetSetDef Reader_getset[] = {
    {"__doc__", Reader_doc, NULL, NULL, NULL},
    {"__wrapped__", Reader_wrapped, NULL, "The method in Python.", NULL},
    {"in_c", Reader_in_c, NULL, "Whether the class is one that is read in C.", NULL},
    {NULL, NULL, NULL, NULL, NULL},
};

static PyMethodDef Reader_methods[] = {
    {"__reduce__", Reader_reduce, METH_NOARGS, "It is pickled as the attribute of the class."},
    {NULL, NULL, 0, NULL},
};

PyTypeObject Reader_Type = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "abclient_speedups.Reader",
    .tp_doc = "A model's from_dict, in C.",
    .tp_basicsize = sizeof(Reader),
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_HAVE_VECTORCALL,
    .tp_new = Reader_new,
    .tp_dealloc = Reader_dealloc,
    .tp_traverse = Reader_traverse,
    .tp_clear = Reader_clear,
    .tp_vectorcall_offset = offsetof(Reader, vectorcall),
    .tp_call = PyVectorcall_Call,
    .tp_descr_get = Reader_get,
    .tp_getattro = Reader_getattro,
    .tp_repr = Reader_repr,
    .tp_members = Reader_members,
    .tp_getset = Reader_getset,
    .tp_methods = Reader_methods,
};

/* The type is one for all interpreters, and not all of them check what the slot below says: Python 3.11 does not, nor do
   those that share the GIL, as mod_wsgi's do. */
static int
add_type(PyObject *module)
{
    if (PyInterpreterState_Get() != PyInterpreterState_Main()) {
        PyErr_SetString(PyExc_ImportError, "it is for the main interpreter, and this is another one");
        return -1;
    }
    return PyModule_AddType(module, &Reader_Type);
}

static PyModuleDef_Slot slots[] = {
    {Py_mod_exec, add_type},
#if PY_VERSION_HEX >= 0x030C0000
    {Py_mod_multiple_interpreters, Py_MOD_MULTIPLE_INTERPRETERS_NOT_SUPPORTED},
#endif
    {0, NULL},
};

static PyModuleDef module = {
    PyModuleDef_HEAD_INIT,
    .m_name = "abclient_speedups._reader",
    .m_doc = "Reads models of JSON objects.",
    .m_size = 0,
    .m_slots = slots,
};

PyMODINIT_FUNC
PyInit__reader(void)
{
    return PyModuleDef_Init(&module);
}
